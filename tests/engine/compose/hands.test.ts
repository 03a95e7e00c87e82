import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ArtworkCard, ArtworkId } from '../../../src-main/contract';
import { openEngine, type OpenedEngine } from './studio';

const SAMPLES = resolve('resources/samples');

describe('closest hands with the real model', () => {
  let folder: string;
  let studio: OpenedEngine;
  let cards: ArtworkCard[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oeuvre-hands-'));
    const works = join(folder, 'works');
    await mkdir(works);
    // Saved anew without their metadata, which names the maker.
    for (const series of ['Forty Seconds', 'Hard Pixels'].map((one) => join(SAMPLES, one)))
      for (const file of await readdir(series))
        await sharp(join(series, file)).toFile(join(works, file.slice(3)));
    await sharp({ create: { width: 300, height: 200, channels: 3, background: '#456' } })
      .withExif({ IFD0: { Artist: 'Signed Author' } })
      .jpeg()
      .toFile(join(works, 'signed.jpg'));
    studio = await openEngine();
    await studio.engine.request('folders.add', { path: works });
    await studio.engine.idle();
    const { ids } = await studio.engine.request('gallery.query', {});
    cards = await studio.engine.request('gallery.cards', { ids: [...ids] });
  });
  afterAll(async () => {
    await studio.close();
    await rm(folder, { recursive: true, force: true });
  });

  const idOf = (title: string): ArtworkId => cards.find((card) => card.title === title)?.id ?? 0;
  const name = (hand: string | null, ...titles: string[]) =>
    studio.engine.request('hands.name', { ids: titles.map(idOf), name: hand });
  const handsOf = (title: string) => studio.engine.request('hands.of', { id: idOf(title) });

  it('begin with the authors that the files name', async () => {
    expect(await handsOf('signed')).toMatchObject({
      own: null,
      fromFile: 'Signed Author',
      verdict: null,
      hands: [],
      needs: 'second-label',
    });
  });

  it('are learnt from two works by each of two hands, and give the works as evidence', async () => {
    await name('The photographer', 'Polaris', 'Ring Road');
    const learnt = await name('The pixel artist', 'Pine Pass', 'Keeper');
    expect(learnt).toMatchObject({ trained: true, learntFrom: { labels: 2, works: 4 } });
    const unnamed = cards.find(({ title }) => title === 'Pendulum');
    const { hands, verdict, accuracy } = await studio.engine.request('hands.of', {
      id: unnamed?.id ?? 0,
    });
    expect(verdict).not.toBeNull();
    expect(accuracy?.tested).toBe(4);
    expect(hands.map((hand) => hand.name).sort()).toEqual(['The photographer', 'The pixel artist']);
    for (const { works } of hands) {
      expect(works).toHaveLength(2);
      for (const { axes } of works)
        for (const share of Object.values(axes)) expect(share).toBeLessThanOrEqual(1);
    }
  });

  it('are proposed for works whose maker nobody knows, and never put over a name', async () => {
    const teacher = { kind: 'hands' } as const;
    const queue = await studio.engine.request('review.proposals', { teacher, limit: 200 });
    const asked = queue.proposals.map(({ id }) => id);
    expect(queue.waiting).toBe(cards.length - 5);
    for (const title of ['Polaris', 'Keeper', 'signed']) expect(asked).not.toContain(idOf(title));
    for (const title of ['Polaris', 'signed']) {
      const refused = { teacher, id: idOf(title), label: 'The pixel artist' };
      expect(await studio.engine.request('review.accept', refused)).toEqual({ kept: false });
    }
    const id = asked[0] ?? 0;
    const label = queue.proposals[0]?.label ?? '';
    expect(await studio.engine.request('review.accept', { teacher, id, label })).toEqual({
      kept: true,
    });
    expect((await studio.engine.request('hands.of', { id })).own).toBe(label);
    // A hand is no label of a style.
    expect((await studio.engine.request('style.of', { id })).own).toEqual([]);
  });

  it('follow the user, whose word goes before the file and can be taken back', async () => {
    await name('Somebody else', 'signed');
    expect(await handsOf('signed')).toMatchObject({
      own: 'Somebody else',
      fromFile: 'Signed Author',
    });
    await name(null, 'signed');
    expect(await handsOf('signed')).toMatchObject({ own: null, fromFile: 'Signed Author' });
    const { labels } = await studio.engine.request('hands.learnt', undefined);
    expect(labels.find(({ label }) => label === 'Signed Author')?.examples).toEqual([
      idOf('signed'),
    ]);
  });

  it('are measured on works held out, each cell of the confusion with its works', async () => {
    const { labels, confusion } = await studio.engine.request('hands.learnt', undefined);
    let counted = 0;
    for (const [row, counts] of confusion.entries())
      for (const [column, count] of counts.entries()) {
        const [truth = '', answer = ''] = [labels[row]?.label, labels[column]?.label];
        const cell = { teaches: 'hands', truth, answer } as const;
        expect(await studio.engine.request('review.confused', cell)).toHaveLength(count);
        counted += count;
      }
    const { accuracy } = await studio.engine.request('review.standing', { teaches: 'hands' });
    expect(accuracy?.tested).toBe(counted);
  });
});
