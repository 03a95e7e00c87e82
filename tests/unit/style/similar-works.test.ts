import { describe, expect, it } from 'vitest';
import { TRAIT_IDS } from '../../../src-main/contract';
import { ranksOf } from '../../../src-main/engine/kernel/column-ranks';
import { similarWorks, worksLike } from '../../../src-main/engine/style';
import { several, syntheticTable } from '../../support/synthetic-table';

/** Works 1-5 red, 6-10 blue in one manner; 11-15 red, 16-20 blue in another. */
const table = syntheticTable([
  ...several(5, { manner: 0, hue: 20, motif: 3, traits: { contrast: 0.9 } }),
  ...several(5, { manner: 0, hue: 250, motif: 4, traits: { contrast: 0.9 } }),
  ...several(5, { manner: 1, hue: 20, motif: 5, traits: { contrast: 0.1 } }),
  ...several(5, { manner: 1, hue: 250, motif: 3, traits: { contrast: 0.1 } }),
]);
const only = (axis: 'style' | 'subject' | 'palette') => ({
  style: 0,
  subject: 0,
  palette: 0,
  [axis]: 1,
});
const idsOf = (hits: { id: number }[]) => hits.map(({ id }) => id).sort((a, b) => a - b);

describe('similar works', () => {
  it.each([
    { axis: 'style' as const, limit: 9, expected: [2, 3, 4, 5, 6, 7, 8, 9, 10] },
    { axis: 'palette' as const, limit: 9, expected: [2, 3, 4, 5, 11, 12, 13, 14, 15] },
    { axis: 'subject' as const, limit: 9, expected: [2, 3, 4, 5, 16, 17, 18, 19, 20] },
  ])('by $axis alone are those alike in $axis', async ({ axis, limit, expected }) => {
    expect(idsOf(await similarWorks(table, 1, { weights: only(axis), limit }))).toEqual(expected);
  });

  it('by all axes together put those alike in all first, best first', async () => {
    const hits = await similarWorks(table, 1, {
      weights: { style: 1, subject: 1, palette: 1 },
      limit: 19,
    });
    expect(idsOf(hits.slice(0, 4))).toEqual([2, 3, 4, 5]);
    expect(hits.map(({ score }) => score)).toEqual(
      hits.map(({ score }) => score).sort((a, b) => b - a),
    );
  });

  it('score as the weighted mean of the axes they report', async () => {
    const [hit] = await similarWorks(table, 1, {
      weights: { style: 1, subject: 0.5, palette: 0.5 },
      limit: 1,
    });
    const { style, subject, palette } = hit!.axes;
    expect(hit!.score).toBeCloseTo((style + 0.5 * subject + 0.5 * palette) / 2, 5);
    for (const value of [style, subject, palette]) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThanOrEqual(1);
    }
  });

  it('name a trait in which both are alike and unlike the rest', async () => {
    const hits = await similarWorks(table, 1, { weights: only('style'), limit: 9 });
    expect(hits.some(({ sharedTrait }) => sharedTrait?.id === 'contrast')).toBe(true);
    const ranks = ranksOf(table.traits);
    for (const { id, sharedTrait } of hits) {
      if (!sharedTrait) continue;
      const column = TRAIT_IDS.indexOf(sharedTrait.id);
      const away = [0, id - 1].map((row) => Math.abs(ranks.at(row)[column]! - 50));
      expect(Math.abs(sharedTrait.percentile - 50)).toBeCloseTo(Math.min(...away), 5);
    }
  });

  it('do without an axis on which the work is not measured', async () => {
    const partly = syntheticTable([
      { manner: null, hue: 20 },
      ...several(4, { hue: 20 }),
      { hue: 200 },
    ]);
    const hits = await similarWorks(partly, 1, {
      weights: { style: 1, subject: 0, palette: 1 },
      limit: 5,
    });
    expect(hits.at(-1)?.id).toBe(6);
    expect(await similarWorks(partly, 1, { weights: only('style'), limit: 5 })).toEqual([]);
  });

  it('of an unknown work are refused', async () => {
    await expect(
      similarWorks(table, 99, { weights: only('style'), limit: 3 }),
    ).rejects.toMatchObject({ code: 'artwork/not-found' });
  });
});

describe('works like a picture from outside', () => {
  const rowOf = ({ data, dim }: { data: Float32Array; dim: number }, row: number): Float32Array =>
    data.slice(row * dim, (row + 1) * dim);
  const sixth = {
    style: rowOf(table.style, 5),
    subject: rowOf(table.subject, 5),
    palette: rowOf(table.palette, 5),
    traits: rowOf(table.traits, 5),
  };
  const weights = { style: 1, subject: 1, palette: 1 };

  it('begin with the work that is the same', async () => {
    const [hit] = await worksLike(table, sixth, { weights, limit: 3 });
    expect(hit).toMatchObject({ id: 6 });
    expect(hit!.sharedTrait).not.toBeNull();
    expect(hit!.score).toBeCloseTo(1, 5);
  });

  it('are compared by the palette alone where no model has looked', async () => {
    const unseen = { ...sixth, style: new Float32Array(), subject: new Float32Array() };
    const hits = await worksLike(table, unseen, { weights, limit: 10 });
    expect(idsOf(hits)).toEqual([6, 7, 8, 9, 10, 16, 17, 18, 19, 20]);
    for (const { axes, score } of hits) {
      expect(axes).toMatchObject({ style: 0, subject: 0 });
      expect(score).toBeCloseTo(axes.palette, 5);
    }
  });
});
