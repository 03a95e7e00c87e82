import { rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bareThumbnails } from './bare-sharp';
import { startEngine } from './engine-process';
import { figure, median, note, timed } from './figures';
import { makePhotographs, MIXED, ONLY_JPEG } from './photographs';

const PHOTOGRAPHS = 60;
const ROUNDS = 3;

async function indexOnce(folder: string): Promise<{ ms: number; peakMb: number }> {
  const engine = await startEngine();
  // The model is loaded once in a session, not once an image: wait for the engine before the clock starts.
  await engine.host.request('models.list', undefined);
  const ms = await timed(() => engine.index(folder));
  const peakMb = await engine.peakMb();
  await engine.close();
  return { ms, peakMb };
}

interface Comparison {
  ratio: number;
  imagesPerSecond: number;
  peakMb: number;
}

/**
 * Indexing with all analysis and the encoder on, against bare sharp thumbnails of the same files; the two in
 * turn, the ratio taken pair by pair, so that a machine which slows down slows both.
 */
async function compare(folder: string): Promise<Comparison> {
  await bareThumbnails(folder);
  const rounds: Comparison[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await timed(() => bareThumbnails(folder));
    const { ms, peakMb } = await indexOnce(folder);
    rounds.push({ ratio: bare / ms, imagesPerSecond: (1000 * PHOTOGRAPHS) / ms, peakMb });
  }
  return {
    ratio: median(rounds.map(({ ratio }) => ratio)),
    imagesPerSecond: median(rounds.map(({ imagesPerSecond }) => imagesPerSecond)),
    peakMb: Math.max(...rounds.map(({ peakMb }) => peakMb)),
  };
}

async function compareOn(kinds: typeof MIXED): Promise<Comparison> {
  const folder = await makePhotographs(PHOTOGRAPHS, kinds);
  const comparison = await compare(folder);
  await rm(dirname(folder), { recursive: true, force: true });
  return comparison;
}

/** The main figures on a mixed folder, and the ratio on plain JPEGs alone, which decode fastest. */
export async function indexFigures(): Promise<void> {
  note(`index: ${PHOTOGRAPHS} pictures of 4.5 megapixels, ${ROUNDS} rounds each`);
  const mixed = await compareOn(MIXED);
  figure('index.ratio_to_sharp', mixed.ratio, 'ratio');
  figure('index.images_per_s', mixed.imagesPerSecond, 'images/s');
  figure('index.engine_peak_mb', mixed.peakMb, 'MB');
  figure('index.ratio_to_sharp_jpeg_only', (await compareOn(ONLY_JPEG)).ratio, 'ratio');
}
