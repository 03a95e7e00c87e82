import { evenlySpaced } from '../kernel/evenly-spaced';
import { farthestPointOrder } from '../kernel/farthest-point';
import { nearestNeighbours } from '../kernel/nearest-neighbours';
import { gatherRows } from '../kernel/vector-rows';
import { fitToSquare } from './fit-to-square';
import { turnLevel } from './turn-level';
import { planeLayout, type OnProgress } from './umap-layout';

/** Points to be laid out: rows x dim, row-major. */
export interface LayoutTask {
  points: Float32Array;
  dim: number;
  /** How many points at most are laid out together; 4,000 when left out. */
  mostFitted?: number;
}

const MOST_FITTED = 4000;
const CORNERS = 0.1;
const PLACED_BY = 3;

/**
 * Lays points out in the square from -1 to 1, alike ones together. Up to 4,000 are laid out together; of more, 4,000 are
 * (a tenth that reach into the corners of the set, the rest evenly spaced), and each other one is placed among the three laid-out
 * points nearest to it.
 *
 * @param onProgress is told the finished and the total number of rounds
 * @returns x, y pairs
 */
export function squareLayout(
  { points, dim, mostFitted = MOST_FITTED }: LayoutTask,
  onProgress?: OnProgress,
): Float32Array {
  const count = dim === 0 ? 0 : points.length / dim;
  const positions =
    count <= mostFitted
      ? planeLayout(points, dim, onProgress)
      : layOutPart(points, dim, mostFitted, onProgress);
  turnLevel(positions);
  fitToSquare(positions);
  return positions;
}

function layOutPart(
  points: Float32Array,
  dim: number,
  mostFitted: number,
  onProgress?: OnProgress,
): Float32Array {
  const count = points.length / dim;
  const fitted = chooseFitted(points, dim, mostFitted);
  const references = gatherRows(points, dim, fitted);
  const laidOut = planeLayout(references, dim, onProgress);
  const positions = new Float32Array(count * 2);
  const near = nearestNeighbours(points, references, dim, PLACED_BY);
  for (let i = 0; i < count; i++) placeAmong(positions, laidOut, near, i);
  return positions;
}

function chooseFitted(points: Float32Array, dim: number, most: number): Uint32Array {
  const count = points.length / dim;
  const sample = evenlySpaced(count, 4 * most);
  const cornersFirst = farthestPointOrder(
    gatherRows(points, dim, sample),
    dim,
    Math.floor(most * CORNERS),
  );
  const chosen = new Set([...cornersFirst].map((place) => sample[place]!));
  for (const row of evenlySpaced(count, most)) if (chosen.size < most) chosen.add(row);
  return Uint32Array.from(chosen).sort();
}

/** The mean of the neighbours' places, each weighing the inverse of its distance. */
function placeAmong(
  positions: Float32Array,
  laidOut: Float32Array,
  { rows, distances, k }: ReturnType<typeof nearestNeighbours>,
  i: number,
): void {
  let total = 0;
  for (let j = i * k; j < (i + 1) * k; j++) {
    const weight = 1 / (distances[j]! + 1e-6);
    total += weight;
    positions[2 * i]! += weight * laidOut[2 * rows[j]!]!;
    positions[2 * i + 1]! += weight * laidOut[2 * rows[j]! + 1]!;
  }
  positions[2 * i]! /= total;
  positions[2 * i + 1]! /= total;
}
