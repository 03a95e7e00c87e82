import { describe, expect, it } from 'vitest';
import { flowingOrder, sequenceOf } from '../../../src-main/engine/recommend/artist';
import { several, syntheticTable } from '../../support/synthetic-table';

const table = syntheticTable([
  ...several(5, { manner: 0, motif: 0, hue: 30 }),
  ...several(5, { manner: 8, motif: 8, hue: 200 }),
  { manner: null },
]);
const isFirst = (id: number): boolean => id <= 5;

describe('an order that flows', () => {
  const mixed = [1, 6, 2, 7, 11, 3, 8, 4, 9, 5, 10];

  it('changes from one manner to the other once, and puts what is not measured last', () => {
    const { works } = flowingOrder(table, mixed, {});
    expect([...works].sort((a, b) => a - b)).toEqual([...mixed].sort((a, b) => a - b));
    expect(works.at(-1)).toBe(11);
    const changes = works
      .slice(1, -1)
      .filter((id, i) => isFirst(id) !== isFirst(works[i] ?? 0)).length;
    expect(changes).toBe(1);
  });

  it('is more alike from neighbour to neighbour than the order before', () => {
    const before = sequenceOf(table, mixed);
    const after = flowingOrder(table, mixed, {});
    expect(after.mean!).toBeGreaterThan(before.mean! + 0.1);
    expect(before.likeness).toHaveLength(mixed.length - 1);
    expect(before.likeness[3]).toBeNull();
  });

  it('begins and ends with the pinned works', () => {
    const { works } = flowingOrder(table, mixed, { first: 7, last: 6 });
    expect([works[0], works[9]]).toEqual([7, 6]);
    expect(flowingOrder(table, mixed, { first: 7, last: 7 }).works[0]).toBe(7);
  });

  it('leaves nothing and a single work as they are', () => {
    expect(flowingOrder(table, [], {})).toEqual({ works: [], likeness: [], mean: null });
    expect(flowingOrder(table, [4], {})).toEqual({ works: [4], likeness: [], mean: null });
  });
});
