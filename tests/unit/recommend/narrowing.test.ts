import { describe, expect, it } from 'vitest';
import { suggestFor, tasteFrom, type DatedSignal } from '../../../src-main/engine/recommend';
import { likeness } from '../../../src-main/engine/recommend/closeness';
import { several, syntheticTable } from '../../support/synthetic-table';

const MANNERS = 8;
const ROUNDS = 50;
const PLACES = 10;
/** Where the slider stands until it is moved. */
const DEFAULT_SURPRISE = 0.3;
/** Eight manners of forty works each. */
const table = syntheticTable(
  Array.from({ length: MANNERS }, (_, manner) => several(40, { manner, motif: manner })).flat(),
);
const mannerOf = (id: number) => Math.floor((id - 1) / 40);
const timeOf = (round: number) => new Date(Date.UTC(2026, 0, 1 + round));

/** Somebody who likes whatever stands first, day after day. */
function simulate(surprise: number): number[][] {
  const signals: DatedSignal[] = [];
  const lists: number[][] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const taste = tasteFrom(signals, timeOf(round));
    const { suggestions } = suggestFor(table, taste, { limit: PLACES, surprise });
    const list = suggestions.map(({ id }) => id);
    lists.push(list);
    const [artworkId] = list;
    if (artworkId === undefined) break;
    const at = timeOf(round).toISOString();
    signals.push({ kind: 'like', artworkId, otherId: null, value: null, at });
  }
  return lists;
}

function diversity(list: readonly number[]): number {
  const rows = list.map((id) => table.rowOf.get(id)!);
  const pairs = rows.flatMap((a, i) => rows.slice(i + 1).map((b) => 1 - likeness(table, a, b)));
  return pairs.reduce((sum, d) => sum + d, 0) / Math.max(1, pairs.length);
}

const mean = (values: readonly number[]) => values.reduce((s, v) => s + v, 0) / values.length;

/** How many places the style with the most places has. */
function crowd(list: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const id of list) counts.set(mannerOf(id), (counts.get(mannerOf(id)) ?? 0) + 1);
  return Math.max(...counts.values());
}

describe.each([
  { surprise: 0, mostOfOne: 6, share: 0.2 },
  { surprise: DEFAULT_SURPRISE, mostOfOne: 6, share: 0.25 },
  { surprise: 1, mostOfOne: 3, share: 0.5 },
])(
  'fifty rounds of somebody who likes what stands first, with the slider at $surprise',
  ({ surprise, mostOfOne, share }) => {
    const lists = simulate(surprise);

    it('never run out of places', () => {
      expect(lists).toHaveLength(ROUNDS);
      expect(lists.every((list) => list.length === PLACES)).toBe(true);
    });

    it('leave room for other styles, long before the liked one is used up and after it', () => {
      for (const list of lists.slice(20)) expect(crowd(list)).toBeLessThanOrEqual(mostOfOne);
    });

    it('keep several styles on every list', () => {
      for (const list of lists.slice(20))
        expect(new Set(list.map(mannerOf)).size).toBeGreaterThanOrEqual(3);
    });

    it('come past every style and a fair part of the library', () => {
      const shown = new Set(lists.flat());
      expect(new Set([...shown].map(mannerOf)).size).toBe(MANNERS);
      expect(shown.size / table.ids.length).toBeGreaterThan(share);
    });

    it('do not make the lists ever more alike within', () => {
      const first = mean(lists.slice(1, 11).map(diversity));
      const last = mean(lists.slice(-10).map(diversity));
      expect(last).toBeGreaterThan(0.6 * first);
    });
  },
);
