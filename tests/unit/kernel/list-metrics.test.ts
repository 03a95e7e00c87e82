import { describe, expect, it } from 'vitest';
import { gini } from '../../../src-main/engine/kernel/gini';
import { ndcgAt } from '../../../src-main/engine/kernel/ndcg';
import { recallAt } from '../../../src-main/engine/kernel/recall-at';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { topRanked } from '../../../src-main/engine/kernel/top-ranked';

describe('NDCG', () => {
  // Places 1, 2, 3 weigh 1, 1 / log2(3) = 0.6309, 1 / log2(4) = 0.5.
  it.each([
    {
      name: 'hits at 1 and 3 of two wanted',
      ranked: [7, 5, 9],
      wanted: [7, 9],
      value: 1.5 / 1.6309,
    },
    {
      name: 'one hit at 2 of two wanted',
      ranked: [5, 7, 8],
      wanted: [7, 9],
      value: 0.6309 / 1.6309,
    },
    { name: 'all in front', ranked: [9, 7, 5], wanted: [7, 9], value: 1 },
    { name: 'none', ranked: [1, 2, 3], wanted: [7], value: 0 },
    {
      name: 'a hit behind the last place that counts',
      ranked: [1, 2, 3, 7],
      wanted: [7],
      value: 0,
    },
    {
      name: 'more wanted than places: the ideal is a list full of hits',
      ranked: [1, 2, 3],
      wanted: [1, 2, 3, 4, 5],
      value: 1,
    },
    { name: 'a list that is too short', ranked: [7], wanted: [7, 9], value: 1 / 1.6309 },
  ])('$name', ({ ranked, wanted, value }) => {
    expect(ndcgAt(3, ranked, new Set(wanted))).toBeCloseTo(value, 4);
  });
});

describe('recall', () => {
  it('is the share of all that is wanted, also of what no list of this length could hold', () => {
    expect(recallAt(2, [4, 6, 8], new Set([4, 8]))).toBe(0.5);
    expect(recallAt(2, [4, 8], new Set([4, 8, 1, 2]))).toBe(0.5);
    expect(recallAt(20, [4], new Set([4]))).toBe(1);
  });
});

describe('Gini', () => {
  it.each([
    { name: 'all alike', amounts: [3, 3, 3, 3], value: 0 },
    { name: 'one has everything', amounts: [0, 0, 0, 8], value: 3 / 4 },
    // Mean of |a - b| over all pairs of 1, 2, 3: 8 / 9; over twice the mean 4: 2 / 9.
    { name: '1, 2, 3 in any order', amounts: [3, 1, 2], value: 2 / 9 },
    { name: 'nothing to share', amounts: [0, 0], value: 0 },
  ])('$name', ({ amounts, value }) => {
    expect(gini(amounts)).toBeCloseTo(value, 12);
  });
});

describe('the highest of many', () => {
  it('come highest first, and of equal ones the lower number first', () => {
    expect([...topRanked([2, 5, 5, 1, 5], 3)]).toEqual([1, 2, 4]);
    expect([...topRanked([5, 1, 5, 5, 9], 3)]).toEqual([4, 0, 2]);
    expect([...topRanked([0, 0, 0], 2)]).toEqual([0, 1]);
  });

  it.each([1, 7, 64, 500])('are those that sorting all of them puts first: %i of 500', (k) => {
    const random = seededRandom(3);
    // Few different scores, so that many are equal.
    const scores = Array.from({ length: 500 }, () => Math.floor(random() * 40));
    const sorted = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]! || a - b);
    expect([...topRanked(scores, k)]).toEqual(sorted.slice(0, k));
  });

  it('leave out what is -Infinity, and are fewer where fewer are left', () => {
    expect([...topRanked([-Infinity, 3, -Infinity, 4], 3)]).toEqual([3, 1]);
    expect([...topRanked([-3, -Infinity, -1], 5)]).toEqual([2, 0]);
    expect([...topRanked([1, Infinity, Infinity], 2)]).toEqual([1, 2]);
    expect([...topRanked([1, 2], 0)]).toEqual([]);
  });
});
