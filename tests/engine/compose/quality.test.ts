import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArtworkCard, QualityProgress } from '../../../src-main/contract';
import { openEngine, type OpenedEngine } from './studio';

/** The sample portfolio with the real model: labels as a user would give them. */
describe('how good the model is on the user’s own works', () => {
  let studio: OpenedEngine;
  let cards: ArtworkCard[];
  const progress: QualityProgress[] = [];

  const measure = () => studio.engine.request('quality.measure', undefined);
  const label = (word: string, ids: readonly number[], on = true) =>
    studio.engine.request('style.label', { ids: [...ids], label: word, on });
  const idsFrom = (at: number, count: number) => cards.slice(at, at + count).map(({ id }) => id);

  beforeAll(async () => {
    studio = await openEngine();
    studio.engine.onEvent((name, payload) => {
      if (name === 'quality.progress') progress.push(payload as QualityProgress);
    });
    await studio.engine.request('folders.add', { path: resolve('resources/samples') });
    await studio.engine.idle();
    const { ids } = await studio.engine.request('gallery.query', {});
    cards = await studio.engine.request('gallery.cards', { ids: [...ids] });
  });
  afterAll(() => studio.close());

  it('says how many labels are lacking while there are none', async () => {
    const { evaluation, labels, lacking, fewest } = await measure();
    expect(labels).toEqual([]);
    expect(evaluation.works.known).toBe(0);
    expect(lacking).toBe(fewest);
    expect(evaluation.top1).toBeNull();
  });

  it('takes words in both languages for the movements, and counts other words as other styles', async () => {
    await label('Impressionist', idsFrom(0, 20));
    await label('表现主义', idsFrom(20, 16));
    await label('pixel art', idsFrom(36, 12));
    await label('风景', idsFrom(0, 8));
    await label('portrait', idsFrom(8, 8));
    const { evaluation, labels, lacking, model } = await measure();
    expect(model.id).toBe('oeuvre-style');
    expect(labels.find((one) => one.label === '表现主义')).toMatchObject({
      kind: 'movement',
      name: 'expressionism',
      works: 16,
    });
    expect(evaluation.works).toMatchObject({ known: 36, outOfSet: 12, withGenre: 16 });
    expect(lacking).toBe(0);
    const { value = -1, low = 1, high = 0 } = evaluation.top1 ?? {};
    expect(low).toBeLessThanOrEqual(value);
    expect(high).toBeGreaterThanOrEqual(value);
    expect(evaluation.genrePrecisionAt1).not.toBeNull();
    expect(evaluation.outOfSet).toMatchObject([{ label: 'pixel art', works: 12 }]);
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.every(({ done, total }) => done <= total)).toBe(true);
  });

  it('the cells of the confusion matrix hold the works they count', async () => {
    const { confusion } = (await measure()).evaluation;
    let seen = 0;
    for (const [row, counts] of (confusion?.counts ?? []).entries())
      for (const [column, count] of counts.entries()) {
        const cell = {
          truth: confusion?.labels[row] ?? '',
          answer: confusion?.labels[column] ?? '',
        };
        const ids = await studio.engine.request('quality.confused', cell);
        expect(ids).toHaveLength(count);
        seen += ids.length;
      }
    expect(seen).toBe(36);
  });

  it('is measured anew when a label changed, and only then', async () => {
    const before = progress.length;
    await measure();
    expect(progress).toHaveLength(before);
    await label('pixel art', idsFrom(36, 2), false);
    expect((await measure()).evaluation.works.outOfSet).toBe(10);
  });

  it('can be given up, and asked for again', async () => {
    await label('pixel art', idsFrom(36, 1));
    const refused = expect(measure()).rejects.toMatchObject({ code: 'request/cancelled' });
    await studio.engine.request('quality.stop', undefined);
    await refused;
    expect((await measure()).evaluation.works.outOfSet).toBe(11);
  });
});
