import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRowProducts, type RowProducts } from '../../../src-main/engine/inference/row-products';
import { suggestByProducts, suggestFor, tasteFrom } from '../../../src-main/engine/recommend';
import {
  contentScores,
  fitContent,
} from '../../../src-main/engine/recommend/content/content-model';
import { scoreLibrary } from '../../../src-main/engine/recommend/content/score-library';
import type { DatedSignal } from '../../../src-main/engine/recommend';
import { several, syntheticTable } from '../../support/synthetic-table';

const AT = '2026-01-01T00:00:00.000Z';
const said = (kind: DatedSignal['kind'], ...ids: number[]): DatedSignal[] =>
  ids.map((artworkId) => ({ kind, artworkId, value: null, otherId: null, at: AT }));
const table = syntheticTable(
  [0, 1, 2, 3, 4, 5].flatMap((manner) => several(80, { manner, motif: manner + 8 })),
);
const taste = tasteFrom(
  [...said('like', 1, 2, 3, 90, 91, 250), ...said('dismissed', 170, 171)],
  new Date(AT),
);

let products: RowProducts;
beforeAll(async () => {
  products = await openRowProducts();
});
afterAll(() => products.close());

describe('the whole library scored by onnxruntime', () => {
  it('has the scores of the plain loop, for every work', async () => {
    const model = fitContent(table, taste);
    const plain = contentScores(table, model);
    const scores = await scoreLibrary(table, model, products.of);
    expect(scores).toHaveLength(table.ids.length);
    for (const [row, score] of scores.entries()) expect(score).toBeCloseTo(plain[row]!, 4);
  });

  it('gives the same suggestions with the same reasons', async () => {
    for (const surprise of [0, 0.3, 1]) {
      const options = { limit: 12, surprise };
      const made = await suggestByProducts(table, taste, options, products.of);
      expect(made).toEqual(suggestFor(table, taste, options));
      expect(made.suggestions).toHaveLength(12);
    }
  });
});
