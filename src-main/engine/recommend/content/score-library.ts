import { AXES } from '../../../contract';
import type { WorkTable } from '../../storage/work-table';
import type { ContentModel } from './content-model';
import { MOST_DEVIATIONS, spreadOf } from './content-terms';

/** Dot products of all rows of a table with a direction; `inference/row-products` makes them by onnxruntime. */
export type ProductsOfRows = (
  matrix: Float32Array,
  direction: Float32Array,
  scaling?: { mean: Float32Array; factor: Float32Array; most: number },
) => Promise<Float32Array>;

/**
 * `contentScore` of every work of the library, none left out, up to the rounding of float32.
 *
 * @returns one score a row of the table
 */
export async function scoreLibrary(
  table: WorkTable,
  model: ContentModel,
  products: ProductsOfRows,
): Promise<Float32Array> {
  const { mean, deviation } = spreadOf(table).traits;
  const scores = await products(table.traits.data, model.traits, {
    mean: Float32Array.from(mean),
    factor: Float32Array.from(deviation, (spread) => (spread > 1e-9 ? 1 / spread : 0)),
    most: MOST_DEVIATIONS,
  });
  for (const axis of AXES) {
    const along = await products(table[axis].data, model.axes[axis]);
    for (let row = 0; row < scores.length; row++) scores[row]! += along[row]!;
  }
  for (let row = 0; row < scores.length; row++) scores[row]! += model.offset;
  return scores;
}
