import { InferenceSession, Tensor } from './onnx-runtime';

import { EngineError } from '../../contract/errors';
import { encodeOnnx } from './onnx-graph';

/**
 * Rows that are multiplied at once: 4 MB of 256 values each stay in the cache between being copied and being multiplied.
 * Measured over 1,000,000 x 256 on two cores, in turn, as ratios to a plain read of as many bytes: 2.5 (2,048 and 8,192
 * rows: 2.6).
 */
const BLOCK_ROWS = 4096;

/** How a value is brought to a common scale before it is multiplied. */
export interface RowScaling {
  /** One a column: taken off. */
  mean: Float32Array;
  /** One a column: what is left is multiplied by it. */
  factor: Float32Array;
  /** Values beyond plus or minus this count as this. */
  most: number;
}

export interface RowProducts {
  /**
   * The dot product of every row with a direction, in float32.
   *
   * @param matrix n x d values, row-major; may lie in shared memory
   * @param direction d values
   * @param scaling applied to every value first, where it is given
   * @returns n values
   */
  of(matrix: Float32Array, direction: Float32Array, scaling?: RowScaling): Promise<Float32Array>;
  close(): Promise<void>;
}

/**
 * Products of whole tables as ONNX graphs: every row is looked at, nothing is approximated. onnxruntime takes no shared
 * memory, in which the tables lie; they are copied to it a block at a time.
 * One thread: a second one fetches the rows from the cache of the first, which costs what it saves (2.8 instead of 2.5).
 */
export async function openRowProducts(): Promise<RowProducts> {
  const open = (graph: Uint8Array): Promise<InferenceSession> =>
    InferenceSession.create(graph, {
      intraOpNumThreads: 1,
      logSeverityLevel: 3,
      extra: { session: { intra_op: { allow_spinning: '0' } } },
    });
  const [plain, scaled] = await Promise.all([open(plainGraph()), open(scaledGraph())]);
  return {
    of: (matrix, direction, scaling) => {
      const column = new Tensor('float32', direction, [direction.length, 1]);
      if (!scaling) return inBlocks(plain, matrix, direction.length, { direction: column });
      const { mean, factor, most } = scaling;
      return inBlocks(scaled, matrix, direction.length, {
        direction: column,
        mean: new Tensor('float32', mean, [mean.length]),
        factor: new Tensor('float32', factor, [factor.length]),
        least: new Tensor('float32', Float32Array.of(-most), []),
        most: new Tensor('float32', Float32Array.of(most), []),
      });
    },
    close: async () => void (await Promise.all([plain.release(), scaled.release()])),
  };
}

async function inBlocks(
  session: InferenceSession,
  matrix: Float32Array,
  dim: number,
  others: Record<string, Tensor>,
): Promise<Float32Array> {
  const rows = dim === 0 ? 0 : Math.floor(matrix.length / dim);
  const all = new Float32Array(rows);
  const block = new Float32Array(Math.min(rows, BLOCK_ROWS) * dim);
  for (let from = 0; from < rows; from += BLOCK_ROWS) {
    const count = Math.min(BLOCK_ROWS, rows - from);
    block.set(matrix.subarray(from * dim, (from + count) * dim));
    const values = new Tensor('float32', block.subarray(0, count * dim), [count, dim]);
    const { products } = await session.run({ ...others, values });
    if (!(products?.data instanceof Float32Array))
      throw new EngineError('model/run-failed', 'The product of a table is not of float32');
    all.set(products.data, from);
  }
  return all;
}

const VALUES = { name: 'values', type: 'float32', shape: ['rows', 'dim'] } as const;
const DIRECTION = { name: 'direction', type: 'float32', shape: ['dim', 1] } as const;
const PRODUCTS = { name: 'products', type: 'float32', shape: ['rows', 1] } as const;

function plainGraph(): Uint8Array {
  return encodeOnnx({
    inputs: [VALUES, DIRECTION],
    nodes: [{ operator: 'MatMul', inputs: ['values', 'direction'], outputs: ['products'] }],
    outputs: [PRODUCTS],
  });
}

function scaledGraph(): Uint8Array {
  const ofColumns = (name: string) => ({ name, type: 'float32', shape: ['dim'] }) as const;
  const single = (name: string) => ({ name, type: 'float32', shape: [] }) as const;
  return encodeOnnx({
    inputs: [
      VALUES,
      DIRECTION,
      ofColumns('mean'),
      ofColumns('factor'),
      single('least'),
      single('most'),
    ],
    nodes: [
      { operator: 'Sub', inputs: ['values', 'mean'], outputs: ['away'] },
      { operator: 'Mul', inputs: ['away', 'factor'], outputs: ['deviations'] },
      { operator: 'Clip', inputs: ['deviations', 'least', 'most'], outputs: ['bounded'] },
      { operator: 'MatMul', inputs: ['bounded', 'direction'], outputs: ['products'] },
    ],
    outputs: [PRODUCTS],
  });
}
