import { describe, expect, it } from 'vitest';
import {
  differenceVariance,
  fitBradleyTerry,
  winProbability,
} from '../../../src-main/engine/kernel/bradley-terry';
import { choiceInformation } from '../../../src-main/engine/kernel/choice-information';

describe('Bradley and Terry', () => {
  it('is what it is by hand for one choice between two items', () => {
    // By symmetry the strengths are t and -t, and the slope of the log-posterior is 0 where t = 1 / (1 + e^2t): t = 0.3373.
    // The Hessian is [[1 + w, -w], [-w, 1 + w]] with w = t (1 - t) = 0.2235; its inverse has (1 + w) / (1 + 2w) = 0.8455 on
    // the diagonal and w / (1 + 2w) = 0.1545 beside it.
    const { strengths, covariance } = fitBradleyTerry(2, [{ winner: 0, loser: 1 }], 1);
    expect(strengths[0]).toBeCloseTo(0.3373, 3);
    expect(strengths[1]).toBeCloseTo(-0.3373, 3);
    expect(strengths[0]).toBeCloseTo(1 / (1 + Math.exp(2 * strengths[0]!)), 9);
    [0.8455, 0.1545, 0.1545, 0.8455].forEach((value, i) =>
      expect(covariance[i]).toBeCloseTo(value, 3),
    );
    expect(differenceVariance({ strengths, covariance }, 0, 1)).toBeCloseTo(1.382, 3);
  });

  it('comes to the logarithm of the odds where the prior hardly counts: 3 wins to 1 are ln 3', () => {
    const choices = [...Array<0>(3).fill(0), 1].map((winner) => ({ winner, loser: 1 - winner }));
    const { strengths } = fitBradleyTerry(2, choices, 1e6);
    expect(strengths[0]! - strengths[1]!).toBeCloseTo(Math.log(3), 4);
    expect(winProbability(strengths[0]!, strengths[1]!)).toBeCloseTo(0.75, 4);
  });

  it('agrees with the strengths that Hunter´s minorisation finds', () => {
    // Wins of i over j of three items that all have lost and won; the maximum likelihood exists.
    const wins = [
      [0, 5, 3],
      [2, 0, 4],
      [1, 3, 0],
    ];
    const choices = wins.flatMap((row, winner) =>
      row.flatMap((count, loser) => Array.from({ length: count }, () => ({ winner, loser }))),
    );
    let gamma = [1, 1, 1];
    for (let round = 0; round < 2000; round++)
      gamma = gamma.map((own, i) => {
        const won = wins[i]!.reduce((sum, count) => sum + count, 0);
        const rest = gamma.reduce(
          (sum, other, j) => (i === j ? sum : sum + (wins[i]![j]! + wins[j]![i]!) / (own + other)),
          0,
        );
        return won / rest;
      });
    const { strengths } = fitBradleyTerry(3, choices, 1e7);
    for (const [i, j] of [
      [0, 1],
      [1, 2],
    ] as const)
      expect(strengths[i]! - strengths[j]!).toBeCloseTo(Math.log(gamma[i]! / gamma[j]!), 3);
  });

  it('knows nothing of an item that was never chosen among, and stays finite for one that always wins', () => {
    const always = Array.from({ length: 40 }, () => ({ winner: 0, loser: 1 }));
    const { strengths, covariance } = fitBradleyTerry(3, always);
    expect(strengths[2]).toBe(0);
    expect(covariance[8]).toBe(1);
    expect(strengths[0]).toBeGreaterThan(1);
    expect(strengths[0]).toBeLessThan(5);
    expect(covariance[0]).toBeLessThan(1);
  });
});

describe('what a choice teaches', () => {
  it('is nothing where all is known, and grows with doubt', () => {
    expect(choiceInformation(0.4, 0)).toBeCloseTo(0, 9);
    const gains = [0.1, 0.5, 1, 2, 4].map((variance) => choiceInformation(0, variance));
    expect(gains).toEqual([...gains].sort((a, b) => a - b));
    expect(gains.at(-1)).toBeLessThan(1);
  });

  it('is more for equals than for a sure winner', () => {
    expect(choiceInformation(0, 1)).toBeGreaterThan(choiceInformation(3, 1));
    expect(choiceInformation(2, 1)).toBeCloseTo(choiceInformation(-2, 1), 12);
  });

  it('agrees with a sum over a fine grid', () => {
    const [mean, variance] = [0.7, 2];
    const entropy = (p: number) => -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
    let [p, doubt, mass] = [0, 0, 0];
    for (let x = mean - 12; x <= mean + 12; x += 0.001) {
      const density = Math.exp(-((x - mean) ** 2) / (2 * variance));
      mass += density;
      p += density * winProbability(x, 0);
      doubt += density * entropy(winProbability(x, 0));
    }
    expect(choiceInformation(mean, variance)).toBeCloseTo(entropy(p / mass) - doubt / mass, 3);
  });
});
