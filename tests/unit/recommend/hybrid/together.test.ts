import { describe, expect, it } from 'vitest';
import type { Signal, SignalKind } from '../../../../src-main/contract';
import {
  fitTogether,
  rowsOfProfile,
  suggestFor,
  tasteFrom,
  togetherOf,
  type Together,
  type TogetherRows,
} from '../../../../src-main/engine/recommend';
import { termOf, togetherScores } from '../../../../src-main/engine/recommend/hybrid/together';
import { several, syntheticTable } from '../../../support/synthetic-table';

const AT = '2026-01-01T00:00:00.000Z';
const turn = (): Promise<void> => Promise.resolve();
const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
const said = (kind: SignalKind, ids: number[], value: number | null = null, session = 's') =>
  ids.map((artworkId, id): Signal => ({
    id,
    kind,
    artworkId,
    otherId: null,
    profileId: 2,
    at: AT,
    session,
    value,
  }));
const tasteOf = (signals: Signal[]) => tasteFrom(signals, new Date(AT));
const fit = async (rows: Partial<TogetherRows>): Promise<Together> => {
  const whole = { people: [], sessions: [], boards: [], ...rows };
  const together = togetherOf(whole, await fitTogether(whole, turn));
  if (!together) throw new Error('Expected enough to learn from');
  return together;
};

/** Eighty works that content can't tell apart. */
const plain = syntheticTable(several(80, { manner: 0, motif: 0, hue: 200 }));
for (const { data, dim } of [plain.style, plain.subject, plain.palette, plain.traits])
  for (let at = dim; at < data.length; at++) data[at] = data[at % dim]!;
/** Two circles: one likes 1-10, the other 41-50. */
const CIRCLES = [
  [...from(1, 10)],
  [...from(1, 9), 71],
  [...from(2, 9), 72],
  [...from(41, 10)],
  [...from(41, 9), 73],
];

describe('what others put together', () => {
  it('is what a profile likes, and what it took to in a sitting', () => {
    const signals = [
      ...said('rating', [1, 2, 3], 5, 'import 4'),
      ...said('rating', [4], 2, 'import 4'),
      ...said('like', [5, 6], null, 'monday'),
      ...said('favourite', [7], 1, 'tuesday'),
      ...said('opened', [8, 8, 8, 8], null, 'tuesday'),
      ...said('like', [9], null, 'monday'),
      ...said('dismissed', [9], null, 'tuesday'),
    ];
    expect(rowsOfProfile(signals)).toEqual({ people: [[1, 2, 3, 5, 6, 7]], sessions: [[5, 6]] });
    expect(rowsOfProfile(said('like', [5, 6]))).toEqual({ people: [[5, 6]], sessions: [] });
  });

  it('is not learnt from below three profiles or two dozen shared choices', async () => {
    const rows = (people: number[][]) => ({ people, sessions: [], boards: [] });
    expect(await fitTogether(rows([from(1, 40)]), turn)).toBeNull();
    expect(await fitTogether(rows([from(1, 11), from(1, 11)]), turn)).toBeNull();
    expect(await fitTogether(rows([from(1, 40), from(41, 40)]), turn)).toBeNull();
    expect(await fitTogether(rows([from(1, 12), from(1, 12)]), turn)).not.toBeNull();
  });

  it('gives to works that are often chosen with what is liked, to none by itself', async () => {
    const together = await fit({ people: CIRCLES });
    expect(termOf(together, 1, 2)).toBeGreaterThan(0);
    expect(termOf(together, 1, 2)).toBeGreaterThan(termOf(together, 1, 45));
    expect(termOf(together, 3, 3)).toBe(0);
    expect(termOf(together, 1, 60)).toBe(0);
    const scores = togetherScores(together, new Map([[1, 1]]))!;
    const of = (id: number) => scores[together.placeOf.get(id)!]!;
    expect(Math.max(...scores)).toBe(1);
    expect(Math.min(...from(2, 8).map(of))).toBeGreaterThan(Math.max(...from(41, 10).map(of)));
    expect(togetherScores(together, new Map([[60, 1]]))).toBeNull();
  });
});

describe('the list for somebody among others', () => {
  const liked = tasteOf(said('like', from(1, 5)));
  const options = { limit: 5, surprise: 0 };

  it('brings up what raters agree on where content says nothing', async () => {
    const together = await fit({ people: CIRCLES });
    const { suggestions } = suggestFor(plain, liked, { ...options, together });
    expect(suggestions.map(({ id }) => id).sort((a, b) => a - b)).toEqual(from(6, 5));
    for (const { reason } of suggestions) expect(reason.kind).toBe('together');
    const alone = suggestFor(plain, liked, options).suggestions;
    expect(alone).toEqual([]);
  });

  it('is as it was where there is too little to learn from', () => {
    expect(suggestFor(plain, liked, { ...options, together: null })).toEqual(
      suggestFor(plain, liked, options),
    );
  });

  it('lets a work in that is far from the two hundred content would bring', async () => {
    const large = syntheticTable([
      ...several(300, { manner: 0, motif: 1, hue: 20 }),
      ...from(0, 60).map((i) => ({ manner: 1 + (i % 20), motif: 2 + (i % 19), hue: 6 * i })),
    ]);
    const [met, strangers] = [from(301, 6), from(331, 6)];
    const rows = [0, 1, 2].map((i) => [...from(1, 4 + i), ...met, ...strangers]);
    const taste = tasteOf(said('like', [...from(1, 4), ...met]));
    const found = (together: Together | null) =>
      suggestFor(large, taste, { limit: 12, surprise: 0, together }).suggestions.filter(({ id }) =>
        strangers.includes(id),
      );
    const brought = found(await fit({ people: rows }));
    expect(brought.length).toBeGreaterThan(found(null).length + 3);
    expect(brought.filter(({ reason }) => reason.kind === 'together').length).toBeGreaterThan(3);
  });

  it('counts who likes both truly, and falls without the works it names', async () => {
    const together = await fit({ people: CIRCLES });
    const { suggestions } = suggestFor(plain, liked, { ...options, together });
    const scoreOf = (id: number, works: readonly number[]) => {
      const rest = new Map([...liked.liked].filter(([other]) => !works.includes(other)));
      const sum = [...rest].reduce(
        (all, [one, weight]) => all + weight * termOf(together, one, id),
        0,
      );
      return sum;
    };
    for (const { id, reason } of suggestions) {
      if (reason.kind !== 'together') throw new Error(`Expected others as the reason of ${id}`);
      const both = CIRCLES.filter((row) => [id, ...reason.works].every((w) => row.includes(w)));
      expect(reason).toMatchObject({ by: 'people', count: both.length, deed: 'liked' });
      expect(reason.works.length).toBeGreaterThan(0);
      expect(scoreOf(id, reason.works)).toBeLessThan(scoreOf(id, []));
      const without = tasteOf(
        said('like', from(1, 5)).filter(({ artworkId }) => !reason.works.includes(artworkId)),
      );
      const before = suggestions.find((one) => one.id === id)!.score;
      const all = { limit: 80, surprise: 0, together };
      const after = suggestFor(plain, without, all).suggestions.find((one) => one.id === id);
      expect(after?.score ?? 0).toBeLessThan(before);
    }
  });

  it('names boards where those hold the works', async () => {
    const boards = [
      [1, 2, 60],
      [1, 3, 60],
    ];
    const together = await fit({ people: CIRCLES, boards });
    const { suggestions } = suggestFor(plain, liked, { limit: 20, surprise: 0, together });
    const found = suggestions.find(({ id }) => id === 60);
    expect(found?.reason).toEqual({
      kind: 'together',
      by: 'boards',
      count: 2,
      deed: 'liked',
      works: [1],
    });
  });
});
