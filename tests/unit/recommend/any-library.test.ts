import { describe, expect, it } from 'vitest';
import { AXES } from '../../../src-main/contract';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { suggestFor, tasteFrom, type DatedSignal } from '../../../src-main/engine/recommend';
import { similarity } from '../../../src-main/engine/recommend/closeness';
import { isSamePicture } from '../../../src-main/engine/recommend/same-picture';
import { syntheticTable, type SyntheticWork } from '../../support/synthetic-table';

const LIBRARIES = 600;
const AT = '2026-01-01T00:00:00.000Z';
const NEAR = 0.5;

/** A library of 3 to 72 works with second renderings, an opinion on some of them, and the list that follows. */
function anyList(seed: number) {
  const random = seededRandom(seed);
  const below = (n: number): number => Math.floor(random() * n);
  const count = 3 + below(70);
  const manners = 1 + below(5);
  const hashes = [0, 1, 2].map(() => (BigInt(below(2 ** 32)) << 32n) | BigInt(below(2 ** 32)));
  const works = Array.from({ length: count }, (): SyntheticWork => {
    const manner = below(manners);
    const rendering = { hash: hashes[manner % 3]! ^ (1n << BigInt(below(3))) };
    return { manner, motif: 8 + below(3), ...(random() < 0.15 && rendering) };
  });
  const table = syntheticTable(works, seed);
  const likes = random();
  const signals = Array.from({ length: below(Math.min(25, count)) }, (): DatedSignal => {
    const kind = random() < likes ? 'like' : 'dismissed';
    return { kind, artworkId: 1 + below(count), otherId: null, value: null, at: AT };
  });
  const taste = tasteFrom(signals, new Date(AT));
  const surprise = [0, 0.3, 1][below(3)]!;
  const { suggestions } = suggestFor(table, taste, { limit: 8, surprise });
  return { table, taste, suggestions, rowOf: (id: number) => table.rowOf.get(id)! };
}

const lists = Array.from({ length: LIBRARIES }, (_, at) => anyList(at + 1));

describe('the list of any library', () => {
  it('names every work once, and none that there is an opinion of', () => {
    for (const { taste, suggestions } of lists) {
      const ids = suggestions.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => taste.judged.has(id))).toEqual([]);
    }
  });

  it('shows one rendering of a picture', () => {
    for (const { table, suggestions, rowOf } of lists)
      for (const [at, { id }] of suggestions.entries())
        for (const other of suggestions.slice(0, at))
          expect(isSamePicture(table, rowOf(id), rowOf(other.id))).toBe(false);
  });

  it('calls a work like others only with others to show that are, and only where it is wanted', () => {
    let alike = 0;
    for (const { table, suggestions, rowOf } of lists)
      for (const { id, score, reason } of suggestions) {
        if (reason.kind !== 'like-liked') continue;
        alike++;
        expect(score).toBeGreaterThan(0);
        expect(reason.works).not.toEqual([]);
        const axes = reason.axis === 'traits' ? AXES : [reason.axis];
        for (const named of reason.works)
          expect(
            Math.max(...axes.map((axis) => similarity(table, axis, rowOf(id), rowOf(named)))),
          ).toBeGreaterThanOrEqual(NEAR);
      }
    expect(alike).toBeGreaterThan(LIBRARIES);
  });

  it('surprises with no second rendering of what there is an opinion of', () => {
    for (const { table, taste, suggestions, rowOf } of lists) {
      const judged = [...table.ids].filter((id) => taste.judged.has(id));
      for (const { id, reason } of suggestions)
        if (reason.kind === 'surprise')
          for (const known of judged)
            expect(isSamePicture(table, rowOf(id), rowOf(known))).toBe(false);
    }
  });
});
