import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openExactSearch, type ExactSearch } from '../../../src-main/engine/inference/exact-search';
import { topK } from '../../../src-main/engine/inference/top-k';
import { randomNumbers, unitRows } from '../../unit/inference/support/vectors';

const DIM = 64;
const ROWS = 9000;

let search: ExactSearch;

beforeAll(async () => {
  search = await openExactSearch(1);
});

afterAll(() => search.close());

describe('exact search', () => {
  const matrix = unitRows(ROWS, DIM, 11);

  it('answers exactly as the plain scan does', async () => {
    for (const seed of [1, 2, 3]) {
      const query = unitRows(1, DIM, seed);
      expect(await search.search(query, matrix, 50)).toEqual(topK(query, matrix, 50));
    }
  });

  it('passes over rows that are not accepted, even when they are the nearest thousand', async () => {
    const query = unitRows(1, DIM, 4);
    const nearest = new Set(topK(query, matrix, 1000).map(({ row }) => row));
    const others = (row: number) => !nearest.has(row);

    const hits = await search.search(query, matrix, 20, others);

    expect(hits).toEqual(topK(query, matrix, 20, others));
    expect(hits.every(({ row }) => others(row))).toBe(true);
  });

  it('orders many equal scores by row, where float32 alone could not tell', async () => {
    const copies = unitRows(ROWS, DIM, 12);
    const twin = copies.slice(0, DIM);
    for (let row = 100; row < 400; row++) copies.set(twin, row * DIM);

    const hits = await search.search(twin, copies, 10);

    expect(hits.map(({ row }) => row)).toEqual([0, 100, 101, 102, 103, 104, 105, 106, 107, 108]);
  });

  it('gives what there is when more is asked for', async () => {
    const few = unitRows(5, DIM, 13);
    expect(await search.search(unitRows(1, DIM, 5), few, 50)).toHaveLength(5);
    expect(await search.search(unitRows(1, DIM, 5), new Float32Array(0), 50)).toEqual([]);
    expect(await search.search(unitRows(1, DIM, 5), matrix, ROWS + 10)).toHaveLength(ROWS);
  });

  it('keeps the matrix as it is', async () => {
    const before = matrix.slice();
    await search.search(randomNumbers(DIM, 6), matrix, 3);
    expect(Buffer.from(matrix.buffer).equals(Buffer.from(before.buffer))).toBe(true);
  });
});
