import { openExactSearch } from '../../src-main/engine/inference/exact-search';
import { normalise } from '../../src-main/engine/kernel/cosine';
import { seededRandom } from '../../src-main/engine/kernel/random';
import { figure, median, note, timed } from './figures';

const ROWS = 100_000;
const DIM = 256;
const K = 50;
const ROUNDS = 15;

function randomMatrix(): Float32Array {
  const random = seededRandom(1);
  const data = Float32Array.from({ length: ROWS * DIM }, () => random() - 0.5);
  for (let row = 0; row < ROWS; row++) normalise(data.subarray(row * DIM, (row + 1) * DIM));
  return data;
}

/** Comparing two equal halves natively reads every byte of them once. */
function memoryRead(data: Float32Array): () => boolean {
  const bytes = Buffer.from(data.buffer);
  const half = Buffer.alloc(bytes.length / 2, 1);
  const other = Buffer.alloc(bytes.length / 2, 1);
  return () => half.equals(other);
}

/** Exact top-50 of 100,000 vectors against a plain native read of the same number of bytes, in turn. */
export async function searchFigures(): Promise<void> {
  note(`search: ${ROWS} x ${DIM}, exact top-${K}`);
  const data = randomMatrix();
  const read = memoryRead(data);
  const search = await openExactSearch(2);
  const query = data.slice(0, DIM);
  const ratios: number[] = [];
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const floor = await timed(read);
    const ms = await timed(() => search.search(query, data, K));
    ratios.push(ms / floor);
    times.push(ms);
  }
  figure('search.top50_100k_ratio_to_memory_read', median(ratios), 'ratio');
  figure('search.top50_100k_ms', median(times), 'ms');
}
