import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainWorks } from './plain-works';
import { startRealEngine, type RealEngine } from './real-engine';

const COUNT = 8;

let engine: RealEngine;
let host: RealEngine['host'];
let kill: RealEngine['kill'];

beforeEach(async () => {
  engine = await startRealEngine();
  ({ host, kill } = engine);
  await engine.index(await plainWorks(engine.root, COUNT));
});
afterEach(() => engine.close());

const allIds = async (): Promise<number[]> => [...(await host.request('gallery.query', {})).ids];

describe('the engine process, killed right after it answered', () => {
  it('has kept what it said yes to', async () => {
    const ids = await allIds();
    const [first = 0, second = 0] = ids;

    await host.request('artworks.rate', { ids: [first], rating: 5 });
    await kill();
    await host.request('artworks.favourite', { ids: [first, second], favourite: true });
    await kill();
    await host.request('style.label', { ids: [second], label: '水墨', on: true });
    await kill();
    await host.request('suggestions.react', { id: second, reaction: 'dismissed' });
    await kill();
    const board = await host.request('boards.create', { name: 'Corridor' });
    await kill();
    await host.request('boards.setWorks', { id: board.id, works: [second, first] });
    await kill();
    await host.request('preferences.set', { language: 'zh', galleryZoom: 320 });
    await kill();

    expect(await host.request('gallery.cards', { ids: [first, second] })).toMatchObject([
      { id: first, rating: 5, favourite: true },
      { id: second, rating: 0, favourite: true, labels: ['水墨'] },
    ]);
    expect(await host.request('boards.list', undefined)).toMatchObject([
      { name: 'Corridor', works: [second, first] },
    ]);
    expect(await host.request('preferences.get', undefined)).toMatchObject({
      language: 'zh',
      galleryZoom: 320,
    });
    const { suggestions } = await host.request('suggestions.list', { limit: 60 });
    expect(suggestions.map(({ id }) => id)).not.toContain(second);
  });

  it('rejects what was under way, and never does it by itself later', async () => {
    const [id = 0] = await allIds();
    for (let round = 1; round <= 10; round++) {
      const rating = round % 6;
      const answers = Array.from({ length: 1 + round }, () =>
        host.request('artworks.rate', { ids: [id], rating }).then(
          () => 'done',
          (error: { code?: string }) => error.code,
        ),
      );
      if (round % 2 === 0) await answers[0];
      await kill();
      const settled = await Promise.all(answers);
      expect(settled.every((answer) => answer === 'done' || answer === 'engine/crashed')).toBe(
        true,
      );
      // From here on nothing but this new rating may be seen.
      await host.request('artworks.rate', { ids: [id], rating: (rating + 1) % 6 });
      const [card] = await host.request('gallery.cards', { ids: [id] });
      expect(card?.rating).toBe((rating + 1) % 6);
    }
    expect(await allIds()).toHaveLength(COUNT);
  });
});
