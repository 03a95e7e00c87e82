import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ME, type ProfileId, type ProofProgress } from '../../../src-main/contract';
import { openEngine, type OpenedEngine } from './studio';

/** The sample portfolio with the real model: a person who likes mist, a client who likes pixels. */
describe('tastes on the sample portfolio', () => {
  let studio: OpenedEngine;
  let mist: number[];
  let pixels: number[];
  let client: ProfileId;
  const progress: ProofProgress[] = [];

  const seriesOf = async (text: string): Promise<number[]> => [
    ...(await studio.engine.request('gallery.query', { text })).ids,
  ];
  const react = async (ids: readonly number[], reaction: 'like' | 'dismissed' = 'like') => {
    for (const id of ids) await studio.engine.request('suggestions.react', { id, reaction });
  };

  beforeAll(async () => {
    studio = await openEngine();
    studio.engine.onEvent((name, payload) => {
      if (name === 'proof.progress') progress.push(payload as ProofProgress);
    });
    await studio.engine.request('folders.add', { path: resolve('resources/samples') });
    await studio.engine.idle();
    [mist, pixels] = [await seriesOf('Mist Studies'), await seriesOf('Hard Pixels')];
    client = (await studio.engine.request('profiles.create', { name: 'A client' })).id;
  });
  afterAll(() => studio.close());

  it('begins with works that are as different as the library allows', async () => {
    const { works } = await studio.engine.request('taste.introduction', {});
    expect(new Set(works).size).toBe(24);
    const { works: four } = await studio.engine.request('taste.introduction', { limit: 4 });
    expect(four).toEqual(works.slice(0, 4));
    expect(works.filter((id) => mist.includes(id)).length).toBeLessThan(6);
  });

  it('can say nothing of nobody, and cannot be put to the test', async () => {
    const taste = await studio.engine.request('taste.of', {});
    expect(taste).toMatchObject({ profileId: ME, liked: 0, palettes: [], styles: [], months: [] });
    expect(taste.certainty.level).toBe('unknown');
    const proof = await studio.engine.request('proof.measure', undefined);
    expect(proof).toMatchObject({ kind: 'unknown', liked: 0, lackingLikes: 10, lackingWorks: 0 });
  });

  it('learns a liking for one series: paler, and told from the rest', async () => {
    await react(mist.slice(0, 5));
    await react(pixels.slice(-1), 'dismissed');
    const taste = await studio.engine.request('taste.of', {});
    expect(taste).toMatchObject({ liked: 5, passed: 1 });
    expect(taste.certainty.tells?.value).toBeGreaterThan(0.8);
    expect(taste.certainty.tells?.low).toBeGreaterThan(0.5);
    const [group] = taste.styles.filter(({ name }) => name.kind === 'group');
    expect(group?.share.value).toBeGreaterThan(group?.libraryShare ?? 1);
    expect(taste.palettes[0]?.swatches.length).toBeGreaterThan(2);
    expect(taste.months).toHaveLength(1);
    expect(taste.months[0]?.count).toBe(5);
  });

  it('asks about nothing that an opinion is known of', async () => {
    const { works } = await studio.engine.request('taste.introduction', { limit: 60 });
    expect(works.filter((id) => mist.slice(0, 5).includes(id))).toEqual([]);
    expect(works).not.toContain(pixels.at(-1));
  });

  it('lays two tastes side by side', async () => {
    await studio.engine.request('profiles.choose', { id: client });
    await react(pixels.slice(0, 5));
    await studio.engine.request('profiles.choose', { id: ME });
    const two = await studio.engine.request('taste.compare', { a: ME, b: client });
    expect(two.agreement).toBeLessThan(0.15);
    expect(two.onlyB.some((id) => pixels.includes(id))).toBe(true);
    expect(two.onlyA.some((id) => pixels.includes(id))).toBe(false);
    expect(two.likedByBoth).toEqual([]);
    expect(two.forBoth).not.toContain(pixels.at(-1));
    const same = await studio.engine.request('taste.compare', { a: ME, b: ME });
    expect(same.agreement).toBeCloseTo(1, 9);
  });

  it('refuses a profile that is not there', async () => {
    const asked = studio.engine.request('taste.of', { profileId: 999 });
    await expect(asked).rejects.toMatchObject({ code: 'profile/not-found' });
  });

  it('puts the suggestions to the test, once for the same signals', async () => {
    const nights = (await seriesOf('Night Blocks')).slice(0, 6);
    await react(nights);
    const proof = await studio.engine.request('proof.measure', undefined);
    if (proof.kind !== 'measured') throw new Error('Expected a measurement');
    expect(proof.questions).toBe(5 + nights.length);
    expect(proof.methods.suggestions.recall.value).toBeGreaterThan(
      proof.methods.random.recall.value,
    );
    expect(proof.ahead.random.low).toBeGreaterThan(0);
    expect(progress.every(({ done, total }) => done <= total)).toBe(true);
    const told = progress.length;
    expect(await studio.engine.request('proof.measure', undefined)).toEqual(proof);
    expect(progress).toHaveLength(told);
  });

  it('can be stopped before it has begun', async () => {
    const asked = studio.engine.request('proof.measure', undefined);
    await studio.engine.request('proof.stop', undefined);
    await expect(asked).rejects.toMatchObject({ code: 'request/cancelled' });
  });

  it('can be stopped, and asked for again', async () => {
    // so many that it takes a while
    await react((await seriesOf('')).slice(0, -45));
    const asked = studio.engine.request('proof.measure', undefined);
    const refused = expect(asked).rejects.toMatchObject({ code: 'request/cancelled' });
    await new Promise<void>((resolve) => {
      const stop = studio.engine.onEvent((name) => {
        if (name !== 'proof.progress') return;
        stop();
        void studio.engine.request('proof.stop', undefined).then(resolve);
      });
    });
    await refused;
    const proof = await studio.engine.request('proof.measure', undefined);
    expect(proof.kind).toBe('measured');
  });

  it('gives no stars or boards as a reason that a private session has taken away', async () => {
    const { engine } = studio;
    const deeds = async (): Promise<Set<unknown>> => {
      const { suggestions } = await engine.request('suggestions.list', {});
      return new Set(suggestions.flatMap(({ reason }) => ('deed' in reason ? reason.deed : [])));
    };
    const { id } = await engine.request('profiles.create', { name: 'Jury' });
    await engine.request('profiles.choose', { id });
    const board = await engine.request('boards.create', { name: 'Wall' });
    await engine.request('boards.setWorks', { id: board.id, works: mist.slice(0, 5) });
    expect(await deeds()).toEqual(new Set(['on-board']));
    await engine.request('artworks.rate', { ids: mist.slice(0, 5), rating: 5 });
    expect(await deeds()).toEqual(new Set(['rated-5']));
    await engine.request('signals.private', { on: true });
    await engine.request('artworks.rate', { ids: mist.slice(0, 5), rating: 0 });
    expect(await deeds()).toEqual(new Set(['on-board']));
    await engine.request('boards.remove', { id: board.id });
    expect(await deeds()).toEqual(new Set(['drawn']));
  });
});
