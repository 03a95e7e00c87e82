import sharp from 'sharp';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeEngine, type Engine } from '../../../src-main/engine/compose';
import type { HeadAnswer } from '../../../src-main/contract';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { qrCode, square } from '../../support/qr-code';

/** A window with a title bar, a list and lines of text. */
function screenshot(): string {
  const lines = Array.from({ length: 18 }, (_, i) => {
    const y = 70 + i * 22;
    return `<rect x="20" y="${y}" width="${90 + ((i * 37) % 60)}" height="8" fill="#889"/><rect x="230" y="${y}" width="${260 + ((i * 53) % 120)}" height="7" fill="#334"/>`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><rect width="640" height="480" fill="#fff"/>
    <rect width="640" height="44" fill="#e4e6ea"/><rect y="44" width="200" height="436" fill="#f4f5f7"/>${lines}</svg>`;
}

/** Sixteen colours on a coarse grid. */
function pixelArt(): string {
  const random = seededRandom(5);
  const cells = Array.from({ length: 20 * 20 }, (_, i) =>
    square(
      i % 20,
      Math.floor(i / 20),
      1.01,
      `hsl(${Math.floor(random() * 8) * 45} 80% ${Math.floor(i / 100) * 15 + 25}%)`,
    ),
  ).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20" width="400" height="400" shape-rendering="crispEdges">${cells}</svg>`;
}

describe('the shipped model', () => {
  let folder: string;
  let engine: Engine;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oeuvre-none-'));
    await mkdir(join(folder, 'works'));
    const works = { qr: qrCode(), screenshot: screenshot(), pixels: pixelArt() };
    for (const [name, svg] of Object.entries(works))
      await sharp(Buffer.from(svg))
        .png()
        .toFile(join(folder, 'works', `${name}.png`));
    engine = await composeEngine({
      dataFolder: join(folder, 'data'),
      modelsFolder: resolve('models'),
      mapWorker: resolve('out/main/map-worker.cjs'),
      insightWorker: resolve('out/main/insight-worker.cjs'),
      version: '0.0.0',
    });
    await engine.request('folders.add', { path: join(folder, 'works') });
    await engine.idle();
  });
  afterAll(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function movementOf(text: string): Promise<HeadAnswer | undefined> {
    const { ids } = await engine.request('gallery.query', { text });
    return (await engine.request('style.of', { id: ids[0]! })).heads['movement'];
  }

  it.each(['qr', 'screenshot', 'pixels'])('names no movement for %s', async (name) => {
    const answer = await movementOf(name);
    expect(answer).toMatchObject({ decision: null });
    expect(answer?.verdict).toBe('unfamiliar');
  });
});
