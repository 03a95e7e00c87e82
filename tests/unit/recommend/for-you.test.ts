import { describe, expect, it } from 'vitest';
import { suggestionListSchema } from '../../../src-main/contract';
import { suggestFor, tasteFrom } from '../../../src-main/engine/recommend';
import { contentScore, fitContent } from '../../../src-main/engine/recommend/content/content-model';
import type { DatedSignal } from '../../../src-main/engine/recommend';
import type { Taste } from '../../../src-main/engine/recommend/taste';
import { several, syntheticTable } from '../../support/synthetic-table';

const AT = '2026-01-01T00:00:00.000Z';
const tasteOf = (signals: DatedSignal[]): Taste => tasteFrom(signals, new Date(AT));

/** Four manners of fifteen works each: 1-15, 16-30, 31-45, 46-60. */
const table = syntheticTable(
  [0, 1, 2, 3].flatMap((manner) => several(15, { manner, motif: manner + 8 })),
);
const scoreBy = (taste: Taste, row: number): number =>
  contentScore(table, fitContent(table, taste), row);
const mannerOf = (id: number) => Math.floor((id - 1) / 15);
const said = (kind: DatedSignal['kind'], ...ids: number[]): DatedSignal[] =>
  ids.map((artworkId) => ({ kind, artworkId, value: null, otherId: null, at: AT }));
const list = (signals: DatedSignal[], surprise = 0, limit = 8) =>
  suggestFor(table, tasteOf(signals), { limit, surprise });
const idsOf = ({ suggestions }: ReturnType<typeof list>) => suggestions.map(({ id }) => id);

describe('for you', () => {
  it('keeps the contract', () => {
    for (const made of [list([]), list(said('like', 1)), list(said('like', 1), 1)])
      expect(suggestionListSchema.parse(made)).toEqual(made);
  });

  it('shows a cover of the library while nothing is known, and says so', () => {
    const made = list([], 0.3, 4);
    expect(made.signals).toBe(0);
    expect(new Set(idsOf(made).map(mannerOf)).size).toBe(4);
    for (const { reason, id } of made.suggestions) {
      expect(reason.kind).toBe('cover');
      expect(reason.works.map(mannerOf)).toEqual(reason.works.map(() => mannerOf(id)));
    }
  });

  it('suggests what is like the liked works, never those themselves', () => {
    const made = list(said('like', 1, 2));
    expect(idsOf(made).every((id) => mannerOf(id) === 0)).toBe(true);
    expect(idsOf(made)).not.toContain(1);
    expect(idsOf(made)).not.toContain(2);
    expect(made.signals).toBe(2);
  });

  it('changes at once with a dislike: the work is gone, its like sink', () => {
    const liked = said('like', 1, 16);
    const before = idsOf(list(liked, 0, 12));
    const after = idsOf(list([...liked, ...said('dismissed', 17, 18)], 0, 12));
    const second = (ids: number[]) => ids.filter((id) => mannerOf(id) === 1).length;
    expect(after).not.toContain(17);
    expect(second(after)).toBeLessThan(second(before));
  });

  it('never brings back what was dismissed, however long the list', () => {
    const made = list([...said('like', 1), ...said('dismissed', 3, 4, 5)], 1, 60);
    expect(idsOf(made).filter((id) => [3, 4, 5].includes(id))).toEqual([]);
    expect(new Set(idsOf(made)).size).toBe(idsOf(made).length);
  });

  it('names true evidence: without the named works the score falls', () => {
    const signals = said('like', 1, 2, 16, 31);
    const taste = tasteOf(signals);
    for (const { id, reason } of list(signals).suggestions) {
      expect(reason.kind).toBe('like-liked');
      expect(reason.works.length).toBeGreaterThan(0);
      const without = tasteOf(signals.filter(({ artworkId }) => !reason.works.includes(artworkId)));
      const others = tasteOf(signals.filter(({ artworkId }) => reason.works.includes(artworkId)));
      const row = table.rowOf.get(id)!;
      const whole = scoreBy(taste, row);
      expect(scoreBy(without, row)).toBeLessThan(whole);
      expect(scoreBy(others, row)).toBeGreaterThan(whole / 2);
    }
  });

  it('names the axis on which the likeness lies', () => {
    const byColour = syntheticTable([
      ...Array.from({ length: 20 }, (_, i) => ({ manner: i, motif: i + 2, hue: 20 })),
      ...Array.from({ length: 20 }, (_, i) => ({ manner: i, motif: i + 2, hue: 200 })),
    ]);
    const taste = tasteOf(said('like', 1, 2, 3, 4, 5));
    const { suggestions } = suggestFor(byColour, taste, { limit: 4, surprise: 0 });
    expect(suggestions.map(({ reason }) => reason.kind === 'like-liked' && reason.axis)).toEqual(
      Array(4).fill('palette'),
    );
  });

  it('with more surprise shows works unlike everything liked, and says so', () => {
    const made = list(said('like', 1, 2), 1, 8);
    const surprises = made.suggestions.filter(({ reason }) => reason.kind === 'surprise');
    expect(surprises).toHaveLength(4);
    expect(surprises.every(({ id }) => mannerOf(id) !== 0)).toBe(true);
    expect(made.suggestions[0]!.reason.kind).toBe('like-liked');
    expect(new Set(surprises.map(({ id }) => mannerOf(id))).size).toBe(3);
  });

  it('calls nothing unlike what is liked where everything looks the same', () => {
    const same = syntheticTable(several(40, { manner: 0, motif: 3, hue: 20 }));
    for (const { data, dim } of [same.style, same.subject, same.palette])
      for (let row = 1; row < 40; row++) data.copyWithin(row * dim, 0, dim);
    const made = suggestFor(same, tasteOf(said('like', 1, 2, 3)), { limit: 8, surprise: 1 });
    expect(made.suggestions.map(({ reason }) => reason.kind)).not.toContain('surprise');
  });

  it('shows one of several renderings of a picture, and none of a judged one', () => {
    const hash = 0x123456789abcdef0n;
    const other = 0xfedcba9876543210n;
    const copies = syntheticTable([
      { manner: 0, hash: other },
      { manner: 0, hash: other ^ 1n },
      ...[0n, 1n, 2n, 4n].map((bits) => ({ manner: 0, hash: hash ^ bits })),
      ...several(6, { manner: 0 }),
    ]);
    copies.style.data.fill(0);
    for (let row = 0; row < 12; row++) {
      copies.style.data[row * copies.style.dim] = row < 6 ? 1 : 0.8;
      copies.style.data[row * copies.style.dim + 1 + row] = row < 6 ? 0 : 0.6;
    }
    const made = suggestFor(copies, tasteOf(said('like', 1)), { limit: 10, surprise: 0 });
    const ids = made.suggestions.map(({ id }) => id);
    expect(ids).not.toContain(2);
    expect(ids.filter((id) => id >= 3 && id <= 6).length).toBeLessThanOrEqual(1);
  });

  it('does not call unlike works alike to fill the list', () => {
    const apart = syntheticTable(
      [0, 1, 2, 3].flatMap((m) => several(15, { manner: m, motif: m, hue: m * 90 })),
    );
    const nearlyAll = tasteOf(said('like', ...Array.from({ length: 13 }, (_, i) => i + 1)));
    const made = suggestFor(apart, nearlyAll, { limit: 20, surprise: 0 });
    const alike = made.suggestions.filter(({ reason }) => reason.kind === 'like-liked');
    expect(alike.map(({ id }) => id).sort()).toEqual([14, 15]);
    const others = made.suggestions.filter(({ reason }) => reason.kind === 'other-style');
    expect(others).toHaveLength(18);
    expect(others.map(({ id }) => mannerOf(id))).not.toContain(0);
    for (const { id, reason } of others)
      expect(reason.works.map(mannerOf)).toEqual(reason.works.map(() => mannerOf(id)));
  });

  it('shows none of what was shown before when asked for others, and ends when all was shown', () => {
    const taste = tasteOf(said('like', 1, 2));
    const shown: number[] = [];
    for (let round = 0; round < 20; round++) {
      const { suggestions } = suggestFor(table, taste, { limit: 8, surprise: 0.3, without: shown });
      const ids = suggestions.map(({ id }) => id);
      expect(ids.filter((id) => shown.includes(id))).toEqual([]);
      shown.push(...ids);
    }
    expect(shown.length).toBeGreaterThan(40);
    const end = suggestFor(table, taste, { limit: 8, surprise: 0.3, without: shown });
    expect(end).toEqual({ suggestions: [], signals: 2, others: 0 });
  });

  it('is the same for the same signals', () => {
    expect(list(said('like', 1, 40), 0.5)).toEqual(list(said('like', 1, 40), 0.5));
  });

  it('of an empty library is empty', () => {
    const empty = syntheticTable([]);
    expect(suggestFor(empty, tasteOf([]), { limit: 5, surprise: 0.3 }).suggestions).toEqual([]);
  });
});
