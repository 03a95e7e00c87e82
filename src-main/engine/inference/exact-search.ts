import { InferenceSession, Tensor } from './onnx-runtime';

import { EngineError } from '../../contract/errors';
import { encodeOnnx } from './onnx-graph';
import { dotAt, topK, type TopKHit } from './top-k';

/** How many rows beyond k are looked at in full precision, so that the k best are nearly always proven. */
const MARGIN = 16;

/** Below this many values a plain loop is done before onnxruntime has started. */
const SMALL_MATRIX = 1 << 18;

const FLOAT32_EPSILON = 2 ** -24;

export interface ExactSearch {
  /**
   * The k rows with the largest dot product with the query: the same answer as `topK`, several times
   * sooner on large matrices.
   *
   * @param query d values; with unit-length vectors the score is the cosine similarity
   * @param matrix n x d unit-length rows, row-major; read in place, never copied
   * @param accept rows for which it returns false are passed over
   */
  search(
    query: Float32Array,
    matrix: Float32Array,
    k: number,
    accept?: (row: number) => boolean,
  ): Promise<TopKHit[]>;
  close(): Promise<void>;
}

/**
 * An exact scan as an ONNX graph: matrix times query, then the largest scores. Candidates are scored
 * again in float64, and the answer is given only when the rounding of float32 cannot have hidden a
 * better row; otherwise more candidates are asked for.
 */
export async function openExactSearch(threads = 2): Promise<ExactSearch> {
  const session = await InferenceSession.create(searchGraph(), {
    intraOpNumThreads: threads,
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
  return {
    search: (query, matrix, k, accept = () => true) =>
      matrix.length <= SMALL_MATRIX || query.length === 0
        ? Promise.resolve(topK(query, matrix, k, accept))
        : provenSearch(session, query, matrix, k, accept),
    close: () => session.release(),
  };
}

async function provenSearch(
  session: InferenceSession,
  query: Float32Array,
  matrix: Float32Array,
  k: number,
  accept: (row: number) => boolean,
): Promise<TopKHit[]> {
  const rows = Math.floor(matrix.length / query.length);
  for (let wanted = k + MARGIN; wanted < rows; wanted *= 4) {
    const candidates = await scan(session, query, matrix, wanted);
    const hits = rescore(query, matrix, candidates.rows, accept).slice(0, k);
    const worst = hits.at(-1);
    const unseen = candidates.lowest + roundingBound(query);
    if (k === 0 || (hits.length === k && worst !== undefined && worst.score > unseen)) return hits;
  }
  return topK(query, matrix, k, accept);
}

/**
 * Most that a float32 dot product of d terms can be off, for rows of unit length: d * u * |q|.
 * Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 3.1 (doubled for safety).
 */
function roundingBound(query: Float32Array): number {
  return 2 * query.length * FLOAT32_EPSILON * Math.hypot(...query);
}

function rescore(
  query: Float32Array,
  matrix: Float32Array,
  rows: readonly number[],
  accept: (row: number) => boolean,
): TopKHit[] {
  return rows
    .filter(accept)
    .map((row) => ({ row, score: dotAt(query, matrix, row * query.length) }))
    .sort((a, b) => b.score - a.score || a.row - b.row);
}

async function scan(
  session: InferenceSession,
  query: Float32Array,
  matrix: Float32Array,
  wanted: number,
): Promise<{ rows: number[]; lowest: number }> {
  const dim = query.length;
  const rows = Math.floor(matrix.length / dim);
  const { scores, indices } = await session.run({
    matrix: new Tensor('float32', matrix.subarray(0, rows * dim), [rows, dim]),
    query: new Tensor('float32', query, [dim, 1]),
    wanted: new Tensor('int64', BigInt64Array.of(BigInt(wanted)), [1]),
  });
  if (!(scores?.data instanceof Float32Array) || !(indices?.data instanceof BigInt64Array)) {
    throw new EngineError(
      'model/run-failed',
      'The search graph returned other types than it declares',
    );
  }
  return { rows: Array.from(indices.data, Number), lowest: scores.data.at(-1) ?? -Infinity };
}

function searchGraph(): Uint8Array {
  return encodeOnnx({
    inputs: [
      { name: 'matrix', type: 'float32', shape: ['rows', 'dim'] },
      { name: 'query', type: 'float32', shape: ['dim', 1] },
      { name: 'wanted', type: 'int64', shape: [1] },
    ],
    nodes: [
      { operator: 'MatMul', inputs: ['matrix', 'query'], outputs: ['products'] },
      {
        operator: 'TopK',
        inputs: ['products', 'wanted'],
        outputs: ['scores', 'indices'],
        attributes: { axis: 0 },
      },
    ],
    outputs: [
      { name: 'scores', type: 'float32', shape: ['wanted', 1] },
      { name: 'indices', type: 'int64', shape: ['wanted', 1] },
    ],
  });
}
