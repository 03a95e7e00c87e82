import { describe, expect, it } from 'vitest';

import { topK } from '../../../src-main/engine/inference/top-k';
import { randomNumbers, unitRows } from './support/vectors';

describe('top-k', () => {
  it('finds what sorting all scores finds', () => {
    const [rows, dim, k] = [500, 19, 25];
    const matrix = unitRows(rows, dim, 1);
    const query = randomNumbers(dim, 2);
    const all = Array.from({ length: rows }, (_, row) => {
      const score = query.reduce((sum, value, i) => sum + value * (matrix[row * dim + i] ?? 0), 0);
      return { row, score };
    }).sort((a, b) => b.score - a.score);

    const hits = topK(query, matrix, k);

    expect(hits.map(({ row }) => row)).toEqual(all.slice(0, k).map(({ row }) => row));
    hits.forEach(({ score }, i) => expect(score).toBeCloseTo(all[i]?.score ?? NaN, 10));
  });

  it('orders equal scores by row, whichever came first', () => {
    const matrix = Float32Array.of(1, 2, 2, 1, 2);
    expect(topK(Float32Array.of(1), matrix, 3).map(({ row }) => row)).toEqual([1, 2, 4]);
  });

  it('passes over refused rows', () => {
    const matrix = Float32Array.of(5, 4, 3, 2);
    expect(topK(Float32Array.of(1), matrix, 2, (row) => row !== 0)).toEqual([
      { row: 1, score: 4 },
      { row: 2, score: 3 },
    ]);
  });

  it.each([
    { k: 0, rows: 3, hits: 0 },
    { k: 9, rows: 3, hits: 3 },
    { k: 2, rows: 0, hits: 0 },
  ])('gives $hits of $rows rows for k = $k', ({ k, rows, hits }) => {
    expect(topK(Float32Array.of(1, 0), unitRows(rows, 2, 3), k)).toHaveLength(hits);
  });
});
