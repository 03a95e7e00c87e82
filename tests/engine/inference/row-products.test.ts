import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRowProducts, type RowProducts } from '../../../src-main/engine/inference/row-products';
import { randomNumbers, unitRows } from '../../unit/inference/support/vectors';

const DIM = 24;
/** More than two blocks, and not a whole number of them. */
const ROWS = 9001;

let products: RowProducts;
beforeAll(async () => {
  products = await openRowProducts();
});
afterAll(() => products.close());

/** As `unitRows`, in the memory that threads share. */
function sharedRows(seed: number): Float32Array {
  const shared = new Float32Array(new SharedArrayBuffer(ROWS * DIM * 4));
  shared.set(unitRows(ROWS, DIM, seed));
  return shared;
}

describe('products of all rows', () => {
  const matrix = sharedRows(3);
  const direction = randomNumbers(DIM, 5);
  const dot = (row: number, of = (value: number, _column: number) => value): number =>
    direction.reduce((sum, d, i) => sum + d * of(matrix[row * DIM + i]!, i), 0);

  it('are those of a plain loop, for the last row too', async () => {
    const all = await products.of(matrix, direction);
    expect(all).toHaveLength(ROWS);
    for (const row of [0, 4095, 4096, 8192, ROWS - 1]) expect(all[row]).toBeCloseTo(dot(row), 5);
  });

  it('bring the values to scale and bound them first', async () => {
    const mean = randomNumbers(DIM, 6).map((value) => value / 10);
    const factor = new Float32Array(DIM).fill(9).with(2, 0);
    const all = await products.of(matrix, direction, { mean, factor, most: 1 });
    const scaled = (value: number, i: number): number =>
      Math.max(-1, Math.min(1, (value - mean[i]!) * factor[i]!));
    for (const row of [1, 5000, ROWS - 1]) expect(all[row]).toBeCloseTo(dot(row, scaled), 4);
  });

  it('of no rows are none', async () => {
    expect(await products.of(new Float32Array(0), direction)).toHaveLength(0);
  });
});
