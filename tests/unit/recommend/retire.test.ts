import { describe, expect, it } from 'vitest';
import {
  apartFigures,
  retireProposals,
  type WorkStrength,
} from '../../../src-main/engine/recommend/artist';
import { several, syntheticTable } from '../../support/synthetic-table';

const plain: WorkStrength = { rating: 0, favourite: 0, boards: 0, choices: 0, pixels: 1000 };

function propose(strengths: Record<number, Partial<WorkStrength>>, outliers: number[] = []) {
  return retireProposals({
    groups: [
      { relation: 'near', works: [1, 2, 3], similarity: 0.95 },
      { relation: 'variant', works: [7, 8], similarity: 0.9 },
    ],
    outliers: outliers.map((id) => ({ id, score: 5, trait: null })),
    figures: { ordinary: 0.7, of: () => ({ likeness: 0.2, nearest: [1] }) },
    strengthOf: (id) => (id in strengths ? { ...plain, ...strengths[id] } : undefined),
  });
}

describe('works to do without', () => {
  it('are the weaker of a near-duplicate, by the first thing that differs', () => {
    const proposals = propose({
      1: { rating: 3, pixels: 500 },
      2: { rating: 5 },
      3: { rating: 3 },
    });
    expect(proposals).toEqual([
      { kind: 'repeat', id: 3, stronger: 2, likeness: 0.95, by: 'rating', own: 3, others: 5 },
      { kind: 'repeat', id: 1, stronger: 2, likeness: 0.95, by: 'rating', own: 3, others: 5 },
    ]);
    const [larger] = propose({ 1: { boards: 1 }, 2: { boards: 1, pixels: 4000 } });
    expect(larger).toMatchObject({ id: 1, stronger: 2, by: 'pixels', own: 1000, others: 4000 });
  });

  it('are none where nothing tells two renderings apart, and no variant of a composition', () => {
    expect(propose({ 1: {}, 2: {}, 7: { rating: 1 }, 8: { rating: 5 } })).toEqual([]);
  });

  it('stand far outside, unless they are loved; one is proposed once', () => {
    const strengths = {
      1: { rating: 1 },
      2: { rating: 5 },
      4: {},
      5: { rating: 4 },
      6: { favourite: 1 },
    };
    const proposals = propose(strengths, [1, 4, 5, 6, 99]);
    expect(proposals.map(({ kind, id }) => [kind, id])).toEqual([
      ['repeat', 1],
      ['apart', 4],
    ]);
    expect(proposals[1]).toMatchObject({ deviations: 5, likeness: 0.2, ordinary: 0.7 });
  });

  it('are less alike to their nearest than works ordinarily are', () => {
    const table = syntheticTable([
      ...several(12, { manner: 0, motif: 0, hue: 30 }),
      { manner: 12, motif: 12, hue: 210 },
    ]);
    const figures = apartFigures(table);
    expect(figures.of(13).likeness).toBeLessThan(figures.ordinary - 0.3);
    expect(figures.of(13).nearest).toHaveLength(5);
  });
});
