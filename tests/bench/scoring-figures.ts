import { openRowProducts } from '../../src-main/engine/inference/row-products';
import { seededRandom } from '../../src-main/engine/kernel/random';
import { figure, median, note, timed } from './figures';

const ROWS = 1_000_000;
const DIM = 256;
const ROUNDS = 9;

/** Rows in the memory that threads share, as the application keeps them. */
function sharedMatrix(): Float32Array {
  const random = seededRandom(1);
  const matrix = new Float32Array(new SharedArrayBuffer(ROWS * DIM * 4));
  for (let i = 0; i < matrix.length; i++) matrix[i] = random() - 0.5;
  return matrix;
}

/** Comparing two equal halves natively reads as many bytes as the matrix has, once. */
function memoryRead(): () => boolean {
  const half = Buffer.alloc(ROWS * DIM * 2, 1);
  const other = Buffer.alloc(ROWS * DIM * 2, 1);
  return () => half.equals(other);
}

/** The score of each of 1,000,000 works against a plain native read of as many bytes, in turn. */
export async function scoringFigures(): Promise<void> {
  note(`scoring: ${ROWS} x ${DIM}, every work`);
  const matrix = sharedMatrix();
  const read = memoryRead();
  const products = await openRowProducts();
  const direction = matrix.slice(0, DIM);
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const floor = await timed(read);
    const ms = await timed(() => products.of(matrix, direction));
    ratios.push(ms / floor);
    times.push(ms);
  }
  await products.close();
  figure('recommend.score_1m_ratio_to_memory_read', median(ratios), 'ratio');
  figure('recommend.score_1m_ms', median(times), 'ms');
}
