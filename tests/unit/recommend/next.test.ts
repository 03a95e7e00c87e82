import { describe, expect, it } from 'vitest';
import { styleSpaceOf, tellingTraits } from '../../../src-main/engine/insight';
import { nextDirections } from '../../../src-main/engine/recommend/artist';
import {
  besideCells,
  cellOf,
  middleOf,
} from '../../../src-main/engine/recommend/next/colour-cells';
import type { WorkTable } from '../../../src-main/engine/storage/work-table';
import { several, syntheticTable } from '../../support/synthetic-table';

const lovedOnes = (ids: readonly number[]) => ({
  liked: new Map(ids.map((id) => [id, 1])),
  disliked: new Map<number, number>(),
  judged: new Set(ids),
  deeds: new Map(),
  everLiked: new Set(ids),
});
const ask = (table: WorkTable, ids: readonly number[]) =>
  nextDirections(table, lovedOnes(ids), {
    space: styleSpaceOf(table),
    traitsOf: (group, reference) => tellingTraits(table, group, reference),
    colourName: () => 'ochre',
  });

// Many works of the loved manner, many of a far one, and two that are dark and only a little different from the loved ones.
const table = syntheticTable([
  ...several(24, { manner: 0, hue: 40 }),
  ...several(24, { manner: 10, hue: 220 }),
  ...several(3, { manner: 4, hue: 70, traits: { lightness: 0 } }),
]);

describe('where a profile could go next', () => {
  it('says how many likes it lacks', () => {
    expect(ask(table, [1, 2])).toEqual({ directions: [], liked: 2, needs: 1 });
    expect(ask(table, [1, 999, 1000])).toMatchObject({ liked: 1, needs: 2 });
  });

  it('names regions with less than an even share, their figures, and liked works beside them', () => {
    const { directions } = ask(table, [1, 2, 3, 4, 49]);
    const styles = directions.filter((it) => it.kind === 'style');
    expect(styles.length).toBeGreaterThan(0);
    for (const { count, even, near, works, from } of styles) {
      expect(count).toBeLessThan(even);
      expect(near).toBeGreaterThanOrEqual(0.3);
      expect(works.length).toBeGreaterThan(0);
      expect([1, 2, 3, 4, 49]).toEqual(expect.arrayContaining(from));
    }
    const dark = styles.find(({ works }) => works.some((id) => id > 48));
    expect(dark?.traits[0]).toMatchObject({ id: 'lightness' });
    expect(dark?.traits[0]!.z).toBeLessThan(0);
  });

  it('names a colour with few works beside a loved one', () => {
    const { directions } = ask(table, [1, 2, 3, 4]);
    const [colour] = directions.filter((it) => it.kind === 'palette');
    expect(colour).toBeDefined();
    expect(colour!.besideCount).toBe(24);
    expect(colour!.count).toBeLessThanOrEqual(8);
    expect(colour!.from.every((id) => id <= 4)).toBe(true);
  });
});

describe('families of colours', () => {
  it('hold their own middle, and none holds a grey', () => {
    for (let cell = 0; cell < 36; cell++) expect(cellOf(middleOf(cell))).toBe(cell);
    expect(cellOf([0.5, 0.01, 0.01])).toBe(-1);
  });

  it('lie beside one another both ways', () => {
    for (let cell = 0; cell < 36; cell++)
      for (const beside of besideCells(cell)) expect(besideCells(beside)).toContain(cell);
    // hue 0, middle: hue 1, hue 11, dark, light
    expect(besideCells(1)).toEqual([4, 34, 0, 2]);
  });
});
