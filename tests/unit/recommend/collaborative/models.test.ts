import { describe, expect, it } from 'vitest';
import { blendOf } from '../../../../src-main/engine/recommend/collaborative/blend';
import { fitChance } from '../../../../src-main/engine/recommend/collaborative/chance';
import { withFreshPlaces } from '../../../../src-main/engine/recommend/collaborative/fresh-places';
import { fitHybrid, hybridFits } from '../../../../src-main/engine/recommend/collaborative/hybrid';
import { fitItemKnn } from '../../../../src-main/engine/recommend/collaborative/item-knn';
import { fitPopularity } from '../../../../src-main/engine/recommend/collaborative/popularity';
import { fitRandomWalk } from '../../../../src-main/engine/recommend/collaborative/random-walk';
import type { Scorer } from '../../../../src-main/engine/recommend/collaborative/scorer';
import { historyOfRow, historyWith, matrixOf, scoresOf, tasteMatrix } from './support';

/** Chosen together: 0 and 1 twice, 0 and 2 once, 1 and 2 once; chosen at all: 3, 2 and 2 times. */
const matrix = matrixOf([[0, 1], [0, 1, 2], [0], [2]], 3);
const fixed = (...scores: number[]): Scorer => ({ score: (_, out) => out.set(scores) });

describe('item-kNN', () => {
  const options = { neighbours: 9, shrinkage: 0, rarity: 0 };

  it('is the cosine of who chose: 2 / sqrt(3 * 2) and 1 / sqrt(3 * 2)', () => {
    const scores = scoresOf(fitItemKnn(matrix, options), historyWith([0]), 3);
    expect(scores[1]).toBeCloseTo(2 / Math.sqrt(6), 12);
    expect(scores[2]).toBeCloseTo(1 / Math.sqrt(6), 12);
  });

  it('adds up over the history, and shrinks what rests on few', () => {
    const both = scoresOf(fitItemKnn(matrix, options), historyWith([0, 1]), 3);
    expect(both[2]).toBeCloseTo(1 / Math.sqrt(6) + 1 / 2, 12);
    const shrunk = fitItemKnn(matrix, { ...options, shrinkage: 4 });
    expect(scoresOf(shrunk, historyWith([1]), 3)[2]).toBeCloseTo(1 / (2 + 4), 12);
  });

  it('hears only the nearest neighbours of an item', () => {
    // The nearest of 2 is 1 (1 / 2 against 1 / sqrt 6), so 0 adds nothing to it.
    const scorer = fitItemKnn(matrix, { ...options, neighbours: 1 });
    expect(scoresOf(scorer, historyWith([0]), 3)[2]).toBe(0);
    expect(scoresOf(scorer, historyWith([1]), 3)[2]).toBeCloseTo(1 / 2, 12);
  });
});

describe('random walk', () => {
  it('is the chance to get from an item over a user to another, less for a popular one', () => {
    const plain = fitRandomWalk(matrix, { neighbours: 9, alpha: 1, beta: 0 });
    // From 0 to one of its three users, of whom one goes on to 1 with 1/2, another with 1/3.
    const scores = scoresOf(plain, historyWith([0]), 3);
    expect(scores[1]).toBeCloseTo((1 / 2 + 1 / 3) / 3, 12);
    const discounted = fitRandomWalk(matrix, { neighbours: 9, alpha: 1, beta: 0.5 });
    expect(scoresOf(discounted, historyWith([0]), 3)[1]).toBeCloseTo(
      (1 / 2 + 1 / 3) / 3 / Math.sqrt(2),
      12,
    );
  });
});

describe('baselines', () => {
  it('popularity counts who chose; chance is the same for the same user only', () => {
    expect(scoresOf(fitPopularity(matrix), historyWith([2]), 3)).toEqual([3, 2, 2]);
    const chance = (user: number) => scoresOf(fitChance(), historyWith([], user), 20);
    expect(chance(1)).toEqual(chance(1));
    expect(chance(1)).not.toEqual(chance(2));
  });
});

describe('blend', () => {
  it('brings every model to the same scale over what was not met', () => {
    // Without item 0, which was met: 1, 3 and 100, 300 both become -1, 1.
    const blend = blendOf([
      { scorer: fixed(99, 1, 3), weight: 1 },
      { scorer: fixed(-7, 300, 100), weight: 3 },
    ]);
    const scores = scoresOf(blend, historyWith([0]), 3);
    expect(scores[1]).toBeCloseTo(-1 + 3, 12);
    expect(scores[2]).toBeCloseTo(1 - 3, 12);
  });

  it('lets a model without an opinion be silent', () => {
    const blend = blendOf([
      { scorer: fixed(5, 5, 5), weight: 1 },
      { scorer: fixed(1, 2, 3), weight: 1 },
    ]);
    const scores = scoresOf(blend, historyWith([]), 3);
    expect(scores[0]! + scores[2]!).toBeCloseTo(0, 12);
    expect(scores[1]).toBeCloseTo(0, 12);
  });
});

describe('hybrid', () => {
  const liked = tasteMatrix(40, 32);
  const ease = { lambda: 5, dropout: 0, evenness: 0 };
  const options = {
    ease,
    easeOfMet: ease,
    als: { dim: 8, unobservedWeight: 0.1, regularisation: 0.05, rounds: 6, seed: 1 },
    itemKnn: { neighbours: 20, shrinkage: 1, rarity: 0 },
    randomWalk: { neighbours: 20, alpha: 0.8, beta: 0.3 },
  };
  const weights = { ease: 1, als: 1, itemKnn: 1, randomWalk: 1, rarity: 0.2 };

  it('gives what is popular to somebody without any history', () => {
    const signals = { liked, met: liked };
    const scores = scoresOf(fitHybrid(signals, options, weights), historyWith([]), 32);
    expect(scores).toEqual(scoresOf(fitPopularity(liked), historyWith([]), 32));
  });

  it('learns from what was only met where there is such', () => {
    const met = tasteMatrix(40, 32, 2);
    expect([...hybridFits({ liked, met: liked }, options).keys()]).not.toContain('easeOfMet');
    const more = { ...met, columns: met.columns };
    const all = { liked: matrixOf([[0, 1]], 32), met: more };
    expect([...hybridFits(all, options).keys()]).toContain('easeOfMet');
  });

  it('puts the own taste first', () => {
    const scorer = fitHybrid({ liked, met: liked }, options, weights);
    const history = historyOfRow(liked, 2);
    const scores = scoresOf(scorer, history, 32).map((score, item) => ({ score, item }));
    const fresh = scores.filter(({ item }) => !history.liked.includes(item));
    const first = fresh.sort((a, b) => b.score - a.score).slice(0, 3);
    for (const { item } of first) expect(item % 4).toBe(2);
  });
});

describe('fresh places', () => {
  const rule = { length: 4, places: 2, strength: 1 };
  const ranked = [10, 11, 12, 13, 14, 15];
  const scores = [9, 8, 7, 6, 5.5, 2];

  it('leave the first places alone and prefer what was not shown where it is near enough', () => {
    const shown = new Set([10, 11, 12, 13]);
    // 14 is 1.5 and 0.5 behind 12 and 13: with 1 more it passes 13 only; 15 is too far behind.
    expect(withFreshPlaces(ranked, scores, shown, rule)).toEqual([10, 11, 12, 14]);
    expect(shown.has(14)).toBe(true);
    // Now 14 was shown as well.
    expect(withFreshPlaces(ranked, scores, shown, rule)).toEqual([10, 11, 12, 13]);
  });

  it('change nothing without strength, and make do with fewer items than places', () => {
    expect(withFreshPlaces(ranked, scores, new Set([12]), { ...rule, strength: 0 })).toEqual([
      10, 11, 12, 13,
    ]);
    expect(withFreshPlaces([5], [1], new Set(), rule)).toEqual([5]);
    expect(withFreshPlaces([], [], new Set(), rule)).toEqual([]);
  });
});
