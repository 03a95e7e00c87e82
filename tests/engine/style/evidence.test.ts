import sharp from 'sharp';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { composeEngine, type Engine } from '../../../src-main/engine/compose';
import type { ArtworkId, EvidenceProgress } from '../../../src-main/contract';
import { tinyManifest, tinyOnnx, writeTinyModel } from '../inference/support/tiny-model';

/** Red on the left, blue on the right: its mean is warm because the red is stronger. */
const HALVES = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="160">
  <rect width="80" height="160" fill="rgb(255,40,20)"/>
  <rect x="80" width="80" height="160" fill="rgb(60,60,140)"/></svg>`;

/** Crossed lines in the upper left, nothing elsewhere. */
const HATCHED = `<svg xmlns="http://www.w3.org/2000/svg" width="224" height="224">
  <rect width="224" height="224" fill="#f0e8d8"/>
  <g stroke="#2030a0" stroke-width="2">${Array.from({ length: 16 }, (_, i) => `<path d="M${i * 5} 0L${80 - i * 5} 80M0 ${i * 5}L80 ${80 - i * 5}"/>`).join('')}</g></svg>`;

describe('evidence for a style', () => {
  let folder: string;
  let engine: Engine;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oeuvre-evidence-'));
    await mkdir(join(folder, 'works'));
  });
  afterEach(async () => {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function open(modelsFolder: string, works: Record<string, string>): Promise<ArtworkId[]> {
    for (const [name, svg] of Object.entries(works))
      await sharp(Buffer.from(svg))
        .png()
        .toFile(join(folder, 'works', name));
    engine = await composeEngine({
      dataFolder: join(folder, 'data'),
      modelsFolder,
      mapWorker: resolve('out/main/map-worker.cjs'),
      insightWorker: resolve('out/main/insight-worker.cjs'),
      version: '0.0.0',
    });
    await engine.request('folders.add', { path: join(folder, 'works') });
    await engine.idle();
    const { ids } = await engine.request('gallery.query', { sort: 'name', descending: false });
    return [...ids];
  }

  const mean = (values: Float32Array, takes: (column: number, row: number) => boolean): number => {
    const cells = [...values].filter((_, i) => takes(i % 7, Math.floor(i / 7)));
    return cells.reduce((sum, value) => sum + value, 0) / cells.length;
  };

  it("with a head lies where covering lowers its answer's probability", async () => {
    await writeTinyModel(join(folder, 'models', 'tiny'));
    const [id] = await open(join(folder, 'models'), { 'halves.png': HALVES });
    const map = await engine.request('evidence.of', { id: id! });
    expect(map).toMatchObject({ columns: 7, rows: 7, about: { kind: 'head', labels: ['warm'] } });
    const left = mean(map.values, (column) => column < 3);
    expect(left).toBeGreaterThan(2 * mean(map.values, (column) => column > 3));
    expect(map.lowest).toBeLessThan(map.whole);
    expect(map.whole).toBeLessThanOrEqual(1);
  });

  it('speaks for no label where the head declines to answer', async () => {
    const { heads } = tinyManifest(tinyOnnx()) as { heads: object[] };
    await writeTinyModel(join(folder, 'models', 'tiny'), {
      heads: [{ ...heads[0], threshold: 1 }],
    });
    const [id] = await open(join(folder, 'models'), { 'halves.png': HALVES });
    const map = await engine.request('evidence.of', { id: id! });
    expect(map.about).toEqual({ kind: 'change' });
  });

  /** A model that knows no movements, only colours. */
  async function withoutHeads(): Promise<string> {
    const outputs = ['style', 'subject'].map((kind) => ({ name: kind, kind, dim: 3 }));
    await writeTinyModel(join(folder, 'models', 'tiny'), { heads: [], outputs });
    return join(folder, 'models');
  }

  it('without heads and labels lies where covering changes the style most', async () => {
    const [id] = await open(await withoutHeads(), { 'hatched.png': HATCHED });
    const map = await engine.request('evidence.of', { id: id! });
    expect(map.about).toEqual({ kind: 'change' });
    expect(Math.max(...map.values)).toBe(1);
    const corner = mean(map.values, (column, row) => column < 3 && row < 3);
    expect(corner).toBeGreaterThan(2 * mean(map.values, (column, row) => column > 3 && row > 3));
    expect(map.whole).toBeGreaterThan(map.lowest);
  });

  it('with labels lies where covering takes the work away from those labelled alike', async () => {
    const plain = HATCHED.replace(/<g.*<\/g>/s, '');
    const ids = await open(await withoutHeads(), {
      'a pen.png': HATCHED,
      'b pen.png': HATCHED.replace('#f0e8d8', '#eee6d8'),
      'c pen.png': HATCHED.replace('#f0e8d8', '#f2e8d6'),
      'd wash.png': plain.replace('#f0e8d8', '#d04030'),
      'e wash.png': plain.replace('#f0e8d8', '#c05048'),
    });
    await engine.request('style.label', { ids: ids.slice(1, 3), label: 'pen', on: true });
    await engine.request('style.label', { ids: ids.slice(3), label: 'wash', on: true });
    const map = await engine.request('evidence.of', { id: ids[0]! });
    expect(map.about).toEqual({ kind: 'learnt', label: 'pen' });
    const corner = mean(map.values, (column, row) => column < 3 && row < 3);
    expect(corner).toBeGreaterThan(2 * mean(map.values, (column, row) => column > 3 && row > 3));
  });

  it('is told step by step, kept, and ended by whoever leaves', async () => {
    const [id] = await open(resolve('models'), { 'hatched.png': HATCHED });
    const told: EvidenceProgress[] = [];
    engine.onEvent((name, payload) => {
      if (name === 'evidence.progress') told.push(payload as EvidenceProgress);
    });
    const left = engine.request('evidence.of', { id: id! });
    left.catch(() => undefined);
    await expect.poll(() => told.length).toBeGreaterThan(1);
    await engine.request('evidence.leave', undefined);
    await expect(left).rejects.toMatchObject({ code: 'request/cancelled' });
    expect(told.length).toBeLessThan(49);

    const first = await engine.request('evidence.of', { id: id! });
    expect(told.at(-1)).toEqual({ id, done: 48, total: 49 });
    told.length = 0;
    expect(await engine.request('evidence.of', { id: id! })).toEqual(first);
    expect(told).toEqual([]);
  });

  it('of an unknown work is refused', async () => {
    await open(resolve('models'), {});
    await expect(engine.request('evidence.of', { id: 99 })).rejects.toMatchObject({
      code: 'artwork/not-found',
    });
  });
});
