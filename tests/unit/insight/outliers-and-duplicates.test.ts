import { describe, expect, it } from 'vitest';
import { duplicatesOf } from '../../../src-main/engine/insight/duplicates';
import { outliersOf } from '../../../src-main/engine/insight/outliers';
import { several, syntheticTable } from '../../support/synthetic-table';

describe('outliers', () => {
  it('are works in a manner of their own, with the trait that shows it', () => {
    const table = syntheticTable([
      ...several(20, { manner: 0, hue: 20 }),
      ...several(20, { manner: 1, hue: 130 }),
      { manner: 9, hue: 250, traits: { temperature: -0.9 } },
    ]);
    const [first] = outliersOf(table);
    expect(first).toMatchObject({ id: 41, trait: 'temperature' });
    expect(first!.score).toBeGreaterThan(3.5);
  });

  it.each([
    { what: 'one manner', works: several(40, { manner: 0, hue: 20 }) },
    { what: 'a few works', works: [...several(5, { manner: 0 }), { manner: 9 }] },
    { what: 'nothing', works: [] },
  ])('are none in $what', ({ works }) => {
    expect(outliersOf(syntheticTable(works))).toEqual([]);
  });

  it('need not be extreme in any trait', () => {
    const table = syntheticTable([...several(30, { manner: 0, hue: 20 }), { manner: 9, hue: 200 }]);
    const found = outliersOf(table).find(({ id }) => id === 31);
    expect(found).toBeDefined();
  });
});

describe('duplicates', () => {
  const HASH = 0x0f1e2d3c4b5a6978n;

  it('tell the same picture from the same composition in other colours', () => {
    const table = syntheticTable([
      { manner: 0, hue: 20, hash: HASH },
      { manner: 0, hue: 22, hash: HASH ^ 0b111n },
      { manner: 0, hue: 200, hash: HASH ^ 0b1n },
      { manner: 0, hue: 20 },
    ]);
    // made-up works of one manner are looser than two renderings of one picture
    table.style.data.copyWithin(table.style.dim, 0, table.style.dim);
    expect(duplicatesOf(table, [])).toEqual([
      { relation: 'near', works: [1, 2], similarity: 1 - 3 / 64 },
      { relation: 'variant', works: [1, 2, 3], similarity: 1 - 2 / 64 },
    ]);
  });

  it('are joined through those between them, and as alike as the least alike pair', () => {
    const table = syntheticTable([
      { hue: 20, hash: HASH },
      { hue: 120, hash: HASH ^ 0b11111n },
      { hue: 220, hash: HASH ^ 0b1111111111n },
    ]);
    expect(duplicatesOf(table, [])).toEqual([
      { relation: 'variant', works: [1, 2, 3], similarity: 1 - 5 / 64 },
    ]);
  });

  it('are not made of pictures without any form', () => {
    const table = syntheticTable([
      { hue: 20, hash: 0n },
      { hue: 200, hash: 0n },
    ]);
    expect(duplicatesOf(table, [])).toEqual([]);
  });

  it('list works that lie in the folders several times, if they are still there', () => {
    expect(duplicatesOf(syntheticTable(several(3, {})), [2, 77])).toEqual([
      { relation: 'exact', works: [2], similarity: 1 },
    ]);
  });
});
