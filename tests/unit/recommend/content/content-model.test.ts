import { describe, expect, it } from 'vitest';
import { tasteFrom, type DatedSignal } from '../../../../src-main/engine/recommend';
import {
  contentScore,
  contentScores,
  contributionsTo,
  fitContent,
} from '../../../../src-main/engine/recommend/content/content-model';
import { several, syntheticTable } from '../../../support/synthetic-table';

/** Three manners of ten works each: 1-10, 11-20, 21-30. */
const table = syntheticTable([0, 1, 2].flatMap((manner) => several(10, { manner, motif: manner })));
const NOW = new Date('2026-07-01T00:00:00.000Z');
const said = (kind: DatedSignal['kind'], ids: number[], at = NOW.toISOString()): DatedSignal[] =>
  ids.map((artworkId) => ({ kind, artworkId, value: null, otherId: null, at }));
const modelOf = (signals: DatedSignal[]) => fitContent(table, tasteFrom(signals, NOW));
const meanOf = (signals: DatedSignal[], from: number, to: number): number => {
  const model = modelOf(signals);
  let sum = 0;
  for (let id = from; id <= to; id++) sum += contentScore(table, model, table.rowOf.get(id)!);
  return sum / (to - from + 1);
};

describe('the content model', () => {
  it('places what is liked above the library, and what is turned down below it', () => {
    const signals = [...said('like', [1, 2, 3]), ...said('dismissed', [11, 12])];
    expect(meanOf(signals, 4, 10)).toBeGreaterThan(meanOf(signals, 21, 30));
    expect(meanOf(signals, 13, 20)).toBeLessThan(meanOf(signals, 21, 30));
  });

  it('has no opinion while nothing was said', () => {
    expect(meanOf([], 1, 30)).toBe(0);
  });

  it('lets an opinion of half a year ago count less than one of today', () => {
    const today = meanOf(said('like', [1]), 2, 10);
    const before = meanOf(said('like', [1], '2026-01-02T00:00:00.000Z'), 2, 10);
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(today);
  });

  it('is the sum of what every judged work adds, term by term', () => {
    const model = modelOf([...said('like', [1, 14]), ...said('dismissed', [25])]);
    for (const row of [4, 16, 28]) {
      const sum = contributionsTo(table, model, row).reduce((s, { amount }) => s + amount, 0);
      expect(contentScore(table, model, row)).toBeCloseTo(sum, 4);
    }
  });

  it('scores many works as it scores each', () => {
    const model = modelOf(said('like', [1, 22]));
    const scores = contentScores(table, model);
    expect(scores).toHaveLength(table.ids.length);
    scores.forEach((score, row) => expect(score).toBeCloseTo(contentScore(table, model, row), 6));
  });
});
