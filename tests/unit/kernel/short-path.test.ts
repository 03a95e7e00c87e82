import { describe, expect, it } from 'vitest';
import { exactPath } from '../../../src-main/engine/kernel/exact-path';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { pathLength, shortPath } from '../../../src-main/engine/kernel/short-path';

const between = (points: readonly (readonly number[])[]): Float32Array =>
  Float32Array.from(
    points.flatMap((p) => points.map((q) => Math.hypot(...p.map((value, d) => value - q[d]!)))),
  );

describe('a short path through points', () => {
  it('goes along a line from one end to the other, whatever their order', () => {
    const onALine = [[5], [1], [9], [3], [7]];
    const path = shortPath(between(onALine), 5);
    const places = path.map((i) => onALine[i]![0]!);
    expect([places, [...places].reverse()]).toContainEqual([1, 3, 5, 7, 9]);
  });

  it('keeps to the pinned ends, worked out by hand: from 3 by 1 to 9 on the line 1, 3, 5, 7, 9', () => {
    const onALine = [[5], [1], [9], [3], [7]];
    const path = shortPath(between(onALine), 5, { first: 3, last: 2 });
    // 3-1 (2), 1-5 (4), 5-7 (2), 7-9 (2): 10; every other order with these ends is longer
    expect(path.map((i) => onALine[i]![0])).toEqual([3, 1, 5, 7, 9]);
    expect(pathLength(between(onALine), 5, path)).toBeCloseTo(10, 6);
  });

  it('finds a long line again', () => {
    const random = seededRandom(3);
    const places = Array.from({ length: 60 }, (_, i) => i).sort(() => random() - 0.5);
    const distances = between(places.map((place) => [place]));
    expect(pathLength(distances, 60, shortPath(distances, 60))).toBeCloseTo(59, 4);
    const pinned = shortPath(distances, 60, { first: places.indexOf(59), last: places.indexOf(0) });
    expect(pinned.map((i) => places[i])).toEqual(Array.from({ length: 60 }, (_, i) => 59 - i));
  });

  it('visits every point once and keeps the ends in a cloud of any size', () => {
    const random = seededRandom(7);
    for (const count of [0, 1, 2, 3, 11, 12, 40]) {
      const distances = between(Array.from({ length: count }, () => [random(), random()]));
      const options = count > 2 ? { first: 2, last: 0 } : {};
      const path = shortPath(distances, count, options);
      expect([...path].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      if (count > 2) expect([path[0], path.at(-1)]).toEqual([2, 0]);
    }
  });

  it('comes close to the shortest through many random points', () => {
    const random = seededRandom(11);
    const cloud = Array.from({ length: 200 }, () => [random(), random()]);
    const distances = between(cloud);
    const naive = pathLength(
      distances,
      200,
      Array.from({ length: 200 }, (_, i) => i),
    );
    const length = pathLength(distances, 200, shortPath(distances, 200));
    // 0.7124 sqrt(n A), the length of the shortest tour of n random points (Johnson & McGeoch 1997, section 2.3)
    expect(length).toBeLessThan(1.12 * 0.7124 * Math.sqrt(200));
    expect(length).toBeLessThan(naive / 5);
  });
});

describe('the shortest path', () => {
  it('is as short as the best of all orders', () => {
    const random = seededRandom(5);
    const distances = between(Array.from({ length: 6 }, () => [random(), random()]));
    const best = Math.min(...orders([0, 1, 2, 3, 4, 5]).map((it) => pathLength(distances, 6, it)));
    expect(pathLength(distances, 6, exactPath(distances, 6, {}))).toBeCloseTo(best, 6);
    const pinned = orders([0, 1, 2, 3, 4, 5]).filter((it) => it[0] === 4 && it[5] === 1);
    const shortest = Math.min(...pinned.map((it) => pathLength(distances, 6, it)));
    const path = exactPath(distances, 6, { first: 4, last: 1 });
    expect(pathLength(distances, 6, path)).toBeCloseTo(shortest, 6);
    expect([path[0], path[5]]).toEqual([4, 1]);
  });
});

function orders(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item) =>
    orders(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}
