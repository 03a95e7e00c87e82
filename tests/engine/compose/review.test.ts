import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArtworkCard } from '../../../src-main/contract';
import { openEngine, type OpenedEngine } from './studio';

const SERIES = ['Forty Seconds', 'Hard Pixels'];

describe('reviewing proposals with the real model', () => {
  let studio: OpenedEngine;
  let cards: ArtworkCard[];

  beforeAll(async () => {
    studio = await openEngine();
    for (const series of SERIES)
      await studio.engine.request('folders.add', { path: resolve('resources/samples', series) });
    await studio.engine.idle();
    const { ids } = await studio.engine.request('gallery.query', {});
    cards = await studio.engine.request('gallery.cards', { ids: [...ids] });
    await teach('long exposure', ['Polaris', 'Ring Road']);
    await teach('pixel art', ['Pine Pass', 'Keeper']);
  });
  afterAll(() => studio.close());

  const idOf = (title: string): number => cards.find((card) => card.title === title)?.id ?? 0;
  const teach = (label: string, titles: string[]) =>
    studio.engine.request('style.label', { ids: titles.map(idOf), label, on: true });
  const proposals = (except: number[] = []) =>
    studio.engine.request('review.proposals', { limit: 200, except });
  const ownLabels = async (id: number) => (await studio.engine.request('style.of', { id })).own;

  it('asks about every work without a label, and about none that was skipped', async () => {
    const all = await proposals();
    expect(all.waiting).toBe(cards.length - 4);
    expect(all.proposals).toHaveLength(cards.length - 4);
    const skipped = all.proposals[0]?.id ?? 0;
    const rest = await proposals([skipped]);
    expect(rest.waiting).toBe(cards.length - 5);
    expect(rest.proposals.map(({ id }) => id)).not.toContain(skipped);
  });

  it('an accepted proposal is a label like any other, learnt from at once', async () => {
    const first = (await proposals()).proposals[0];
    const { id = 0, label = '' } = first ?? {};
    expect(await studio.engine.request('review.accept', { id, label })).toEqual({ kept: true });
    expect(await ownLabels(id)).toEqual([label]);
    const { labels } = await studio.engine.request('style.learnt', undefined);
    expect(labels.find((one) => one.label === label)?.examples).toContain(id);
    expect((await proposals()).proposals.map((one) => one.id)).not.toContain(id);
  });

  it('a work that a person labelled keeps its label', async () => {
    const id = idOf('Polaris');
    const answer = await studio.engine.request('review.accept', { id, label: 'pixel art' });
    expect(answer).toEqual({ kept: false });
    expect(await ownLabels(id)).toEqual(['long exposure']);
  });

  it('the cells of the confusion matrix hold the works they count', async () => {
    const { labels, confusion } = await studio.engine.request('style.learnt', undefined);
    for (const [row, counts] of confusion.entries())
      for (const [column, count] of counts.entries()) {
        const truth = labels[row]?.label ?? '';
        const answer = labels[column]?.label ?? '';
        const ids = await studio.engine.request('review.confused', { truth, answer });
        expect(ids).toHaveLength(count);
        for (const id of ids) expect(labels[row]?.examples).toContain(id);
      }
  });

  it('the accuracy stands within its interval', async () => {
    const { accuracy } = await studio.engine.request('review.standing', {});
    const { value = -1, low = 1, high = 0 } = accuracy ?? {};
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThanOrEqual(value);
  });
});
