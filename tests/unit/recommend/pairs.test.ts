import { describe, expect, it } from 'vitest';
import type { Signal } from '../../../src-main/contract';
import { nextPair, pairRanking } from '../../../src-main/engine/recommend';
import { winProbability } from '../../../src-main/engine/kernel/bradley-terry';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { several, syntheticTable } from '../../support/synthetic-table';

const table = syntheticTable(
  [0, 1, 2, 3].flatMap((manner) => several(6, { manner, motif: manner + 8 })),
);
const all = [...table.ids];
const chose = (winner: number, loser: number, value = 1): Signal => ({
  id: 1,
  kind: 'choice',
  artworkId: winner,
  otherId: loser,
  profileId: 1,
  at: '2026-01-01T00:00:00.000Z',
  session: '',
  value,
});

/** Answers as somebody would for whom a work is the better the higher its number, in doubt where they are near. */
function answered(rounds: number, ask: typeof nextPair, seed = 7): Signal[] {
  const random = seededRandom(seed);
  const signals: Signal[] = [];
  for (let round = 0; round < rounds; round++) {
    const { pair } = ask(table, signals, all);
    if (!pair) break;
    const { a, b } = pair;
    signals.push(random() < winProbability(a / 3, b / 3) ? chose(a, b) : chose(b, a));
  }
  return signals;
}

/** Share of pairs that a ranking has in the true order. */
function agreement(signals: readonly Signal[]): number {
  const place = new Map(pairRanking(signals, null, () => true).works.map(({ id }, at) => [id, at]));
  let right = 0;
  let pairs = 0;
  for (const a of all)
    for (const b of all.filter((other) => other > a)) {
      pairs++;
      const [pa, pb] = [place.get(a), place.get(b)];
      if (pa === undefined || pb === undefined) right += 0.5;
      else if (pb < pa) right++;
    }
  return right / pairs;
}

describe('A or B', () => {
  it('asks about every work once before it asks about one again', () => {
    const first = answered(all.length / 2, nextPair);
    const seen = first.flatMap(({ artworkId, otherId }) => [artworkId, otherId]);
    expect(new Set(seen).size).toBe(all.length);
  });

  it('never asks a pair again, not even one that could not be decided, and ends', () => {
    const few = all.slice(0, 3);
    const signals: Signal[] = [];
    for (;;) {
      const { pair } = nextPair(table, signals, few);
      if (!pair) break;
      signals.push(chose(pair.a, pair.b, 0));
    }
    const keys = signals.map(({ artworkId, otherId }) => [artworkId, otherId].sort().join());
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(3);
  });

  it('learns faster than by chance: after as many answers its order is nearer to the truth', () => {
    const byChance = (seed: number): typeof nextPair => {
      const random = seededRandom(seed);
      return () => {
        const a = Math.floor(random() * all.length);
        const b = (a + 1 + Math.floor(random() * (all.length - 1))) % all.length;
        return { pair: { a: all[a]!, b: all[b]! }, choices: 0, works: 0, gain: 0 };
      };
    };
    const seeds = [1, 2, 3, 4, 5, 6];
    const mean = (values: number[]) =>
      values.reduce((sum, value) => sum + value, 0) / values.length;
    const chosen = mean(seeds.map((seed) => agreement(answered(60, nextPair, seed))));
    const chance = mean(seeds.map((seed) => agreement(answered(60, byChance(seed), seed))));
    expect(chosen).toBeGreaterThan(chance);
    expect(chosen).toBeGreaterThan(0.8);
  });

  it('does not ask about two renderings of one picture', () => {
    const twins = { ...table, perceptual: table.perceptual.slice() };
    const style = { ...table.style, data: table.style.data.slice() };
    style.data.copyWithin(style.dim, 0, style.dim);
    twins.perceptual[1] = twins.perceptual[0]!;
    const { pair, works } = nextPair({ ...twins, style }, [], [all[0]!, all[1]!]);
    expect([pair, works]).toEqual([null, 1]);
  });

  it('takes a cross-section of a library when no works are named', () => {
    const { pair, works } = nextPair(table, [], null);
    expect(works).toBeGreaterThan(4);
    expect(Math.floor((pair!.a - 1) / 6)).not.toBe(Math.floor((pair!.b - 1) / 6));
  });
});

describe('the ranking of choices', () => {
  it('puts the winner first, and says which places are still open', () => {
    const { works, choices } = pairRanking([chose(2, 1), chose(2, 3)], null, () => true);
    expect(works.map(({ id }) => id)).toEqual([2, 1, 3]);
    expect(choices).toBe(2);
    for (const { best, worst, low, strength, high } of works) {
      expect([best, worst]).toEqual([1, 3]);
      expect(low).toBeLessThan(strength);
      expect(high).toBeGreaterThan(strength);
    }
  });

  it('closes places as answers agree', () => {
    const signals = Array.from({ length: 40 }, () => chose(5, 9));
    expect(pairRanking(signals, null, () => true).works).toMatchObject([
      { id: 5, best: 1, worst: 1, shown: 40 },
      { id: 9, best: 2, worst: 2, shown: 40 },
    ]);
  });

  it('leaves out what could not be decided, what is gone and what is not asked for', () => {
    const signals = [chose(1, 2), chose(3, 4, 0), chose(5, 6)];
    const ids = (among: number[] | null, gone = 0) =>
      pairRanking(signals, among, (id) => id !== gone).works.map(({ id }) => id);
    expect(ids(null)).toEqual([1, 5, 2, 6]);
    expect(ids([5, 6])).toEqual([5, 6]);
    expect(ids(null, 2)).toEqual([5, 6]);
  });

  it('is no other for the works beside those that were chosen among', () => {
    const signals = [chose(3, 5), chose(5, 900), chose(3, 901)];
    const board = Array.from({ length: 1000 }, (_, at) => at + 1);
    expect(pairRanking(signals, board, () => true)).toEqual(pairRanking(signals, null, () => true));
  });

  it('is of those chosen among last, where there are very many', () => {
    const signals = Array.from({ length: 400 }, (_, at) => chose(2 * at + 1, 2 * at + 2));
    const { works, choices } = pairRanking(signals, null, () => true);
    expect([works.length, choices]).toEqual([500, 250]);
    expect(Math.min(...works.map(({ id }) => id))).toBe(301);
  });
});
