import { describe, expect, it } from 'vitest';
import { farthestPointOrder } from '../../../src-main/engine/kernel/farthest-point';
import { maximalMarginalRelevance } from '../../../src-main/engine/kernel/mmr';

describe('farthest-point order', () => {
  const line = Float32Array.of(0, 1, 2, 9, 10);

  it('goes to the far end, then to the widest gap', () => {
    expect([...farthestPointOrder(line, 1, 3, 0)]).toEqual([0, 4, 2]);
  });

  it('begins in the middle of all when no start is given', () => {
    // The mean is 4.4, the nearest row is 2.
    expect(farthestPointOrder(line, 1, 1)[0]).toBe(2);
  });

  it('names every row once when all are asked for, equal ones too', () => {
    expect([...farthestPointOrder(Float32Array.of(5, 5, 5), 1, 9)].sort()).toEqual([0, 1, 2]);
  });
});

describe('maximal marginal relevance', () => {
  // 0 and 1 are copies, 2 is different and a little less relevant.
  const relevance = [0.9, 0.88, 0.6];
  const similarity = (i: number, j: number): number => (i + j === 1 ? 1 : 0.1);

  it('by relevance alone takes the copy', () => {
    expect(maximalMarginalRelevance({ relevance, similarity, lambda: 1, count: 2 })).toEqual([
      0, 1,
    ]);
  });

  it('with novelty prefers the different one: 0.5 * 0.6 - 0.5 * 0.1 beats 0.5 * 0.88 - 0.5 * 1', () => {
    expect(maximalMarginalRelevance({ relevance, similarity, lambda: 0.5, count: 3 })).toEqual([
      0, 2, 1,
    ]);
  });

  it('returns fewer than asked for when there are fewer', () => {
    expect(maximalMarginalRelevance({ relevance: [], similarity, lambda: 0.5, count: 3 })).toEqual(
      [],
    );
  });
});
