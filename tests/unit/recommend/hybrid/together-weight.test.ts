import { describe, expect, it } from 'vitest';
import type { DatedSignal } from '../../../../src-main/engine/recommend';
import { tasteFrom } from '../../../../src-main/engine/recommend';
import { fitContent } from '../../../../src-main/engine/recommend/content/content-model';
import { togetherWeight } from '../../../../src-main/engine/recommend/hybrid/together-weight';
import { several, syntheticTable } from '../../../support/synthetic-table';

const AT = '2026-01-01T00:00:00.000Z';
const said = (kind: DatedSignal['kind'], ids: readonly number[]): DatedSignal[] =>
  ids.map((artworkId) => ({ kind, artworkId, value: null, otherId: null, at: AT }));
const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);

/** 1-20 of one manner, 21-40 of another one. */
const table = syntheticTable([
  ...several(20, { manner: 0, motif: 4, hue: 20 }),
  ...several(20, { manner: 1, motif: 5, hue: 200 }),
]);
const weightOf = (liked: number[], passed: number[], goesWith: (id: number) => number) => {
  const taste = tasteFrom([...said('like', liked), ...said('dismissed', passed)], new Date(AT));
  return togetherWeight({
    taste,
    model: fitContent(table, taste),
    open: [],
    reach: 1,
    goesWith,
    onBoards: new Set(),
  });
};

describe('the weight of what others chose', () => {
  it('is k / (k + 3) of the likes that others know of while there is little feedback', () => {
    const known = (of: number[]) => (id: number) => (of.includes(id) ? 0.5 : 0);
    expect(weightOf([1, 2, 3], [21], known([1, 2, 3]))).toBe(0.5);
    expect(weightOf([1, 2, 3], [21], known([2]))).toBe(0.25);
    expect(weightOf([1, 2, 3], [21], known([]))).toBe(0);
  });

  it('follows the feedback: to content where that tells, to others where they tell', () => {
    const byManner = [from(1, 10), from(21, 10)] as const;
    const across = [
      [...from(1, 5), ...from(21, 5)],
      [...from(6, 5), ...from(26, 5)],
    ] as const;
    const nothing = (id: number) => ((id * 7) % 5) / 5;
    const content = weightOf([...byManner[0]], [...byManner[1]], nothing);
    const others = weightOf([...across[0]], [...across[1]], (id) =>
      across[0].includes(id) ? 0.9 : 0.1,
    );
    expect(content).toBeLessThan(0.4);
    expect(others).toBe(4);
  });
});
