import { evenlySpaced } from './evenly-spaced';
import { exactPath, MOST_EXACT } from './exact-path';

export interface PathOptions {
  /** The point to begin with; free when left out. */
  first?: number | undefined;
  /** The point to end with, another one than `first`; free when left out. */
  last?: number | undefined;
}

const STARTS = 8;
const LONGEST_MOVED = 3;
/** In longer paths a change is sought so many places around; what lies farther seldom shortens them. */
const WINDOW = 200;
const LEAST_GAIN = 1e-9;

/**
 * A short path that visits every point once (a Hamiltonian path). Up to 11 points it is the shortest (Held & Karp 1962). More
 * begin with the nearest-neighbour rule from several places, and the best of these paths is shortened while reversing a
 * stretch (2-opt: Croes, A method for solving traveling-salesman problems, Operations Research 6, 1958) or moving one of up to
 * three points elsewhere (Or-opt: Or, 1976, as in Johnson & McGeoch, The traveling salesman problem: a case study in local optimization, 1997)
 * makes it shorter.
 *
 * @param distances n x n, row-major, symmetric, >= 0
 * @returns point numbers in the order of the path
 */
export function shortPath(
  distances: Float32Array,
  count: number,
  options: PathOptions = {},
): number[] {
  if (count <= MOST_EXACT) return exactPath(distances, count, options);
  const starts = options.first === undefined ? [...evenlySpaced(count, STARTS)] : [options.first];
  let best: number[] = [];
  let least = Infinity;
  for (const start of starts) {
    if (start === options.last) continue;
    const path = nearestNeighbourPath(distances, count, start, options.last);
    const length = pathLength(distances, count, path);
    if (length < least) [best, least] = [path, length];
  }
  improve(distances, count, best, options);
  return best;
}

/** Sum of the distances from each point of a path to the next. */
export function pathLength(
  distances: Float32Array,
  count: number,
  path: ArrayLike<number>,
): number {
  let length = 0;
  for (let k = 1; k < path.length; k++) length += distances[path[k - 1]! * count + path[k]!]!;
  return length;
}

function nearestNeighbourPath(
  distances: Float32Array,
  count: number,
  start: number,
  last: number | undefined,
): number[] {
  const open = new Set(Array.from({ length: count }, (_, i) => i));
  const path = [start];
  open.delete(start);
  if (last !== undefined) open.delete(last);
  for (let here = start; open.size > 0;) {
    let next = -1;
    let least = Infinity;
    for (const i of open) {
      const distance = distances[here * count + i]!;
      if (distance < least) [next, least] = [i, distance];
    }
    open.delete(next);
    path.push(next);
    here = next;
  }
  return last === undefined ? path : [...path, last];
}

function improve(
  distances: Float32Array,
  count: number,
  path: number[],
  { first, last }: PathOptions,
): void {
  const low = first === undefined ? 0 : 1;
  const high = last === undefined ? count - 1 : count - 2;
  /** Distance between two places of the path; nothing lies before its beginning and after its end. */
  const gap = (a: number, b: number): number =>
    a < 0 || b >= count ? 0 : distances[path[a]! * count + path[b]!]!;
  for (let shorter = true; shorter;)
    shorter = reverseStretches(path, low, high, gap) || moveStretches(path, low, high, gap);
}

type Gap = (a: number, b: number) => number;

/** Reverses every stretch i..j that makes the path shorter. @returns whether there was one */
function reverseStretches(path: number[], low: number, high: number, gap: Gap): boolean {
  let shorter = false;
  for (let i = low; i < high; i++)
    for (let j = i + 1; j <= Math.min(high, i + WINDOW); j++) {
      const before = gap(i - 1, i) + gap(j, j + 1);
      if (gap(i - 1, j) + gap(i, j + 1) >= before - LEAST_GAIN) continue;
      for (let a = i, b = j; a < b; a++, b--) [path[a], path[b]] = [path[b]!, path[a]!];
      shorter = true;
    }
  return shorter;
}

/** Moves every stretch of one to three points that makes the path shorter elsewhere. @returns whether there was one */
function moveStretches(path: number[], low: number, high: number, gap: Gap): boolean {
  let shorter = false;
  for (let length = 1; length <= LONGEST_MOVED; length++)
    for (let i = low; i + length - 1 <= high; i++)
      if (moveOne(path, i, i + length - 1, low, high, gap)) shorter = true;
  return shorter;
}

/** Moves the stretch i..j, either way round, to the first place where it makes the path shorter. */
function moveOne(
  path: number[],
  i: number,
  j: number,
  low: number,
  high: number,
  gap: Gap,
): boolean {
  const gone = gap(i - 1, i) + gap(j, j + 1) - gap(i - 1, j + 1);
  for (let k = Math.max(low - 1, i - WINDOW); k <= Math.min(high, j + WINDOW); k++) {
    if (k >= i - 1 && k <= j) continue;
    const straight = gap(k, i) + gap(j, k + 1) - gap(k, k + 1);
    const turned = gap(k, j) + gap(i, k + 1) - gap(k, k + 1);
    if (Math.min(straight, turned) >= gone - LEAST_GAIN) continue;
    const moved = path.splice(i, j - i + 1);
    if (turned < straight) moved.reverse();
    path.splice(k < i ? k + 1 : k + 1 - moved.length, 0, ...moved);
    return true;
  }
  return false;
}
