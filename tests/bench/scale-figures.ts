import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { CommandInput, CommandName, CommandOutput, ProfileId } from '../../src-main/contract';
import { bestModel, listModels } from '../../src-main/engine/inference/model-catalogue';
import { vectorIdOf } from '../../src-main/engine/inference/vector-id';
import { startEngine, type EngineProcess } from './engine-process';
import { figure, median, note, timed } from './figures';
import { makePhotographs, ONLY_JPEG } from './photographs';
import { Pulse } from './pulse';
import { addLongHistory, makeSyntheticLibrary, placesIn } from './synthetic-library';
import { windowFigures } from './window-figures';

const WORKS = 100_000;
const ROUNDS = 5;
/** Some years of daily use. */
const SIGNALS = 500_000;
const PHOTOGRAPHS = 24;
const WEIGHTS = { style: 1, subject: 0.5, palette: 0.5 };
const SORTS = ['date', 'name', 'rating', 'hue'] as const;

/** The engine over a large library, its pulse felt all the while. */
class ScaleRun {
  readonly blocks = new Map<string, number>();
  #pulse: Pulse | undefined;
  #engine: EngineProcess | undefined;

  async start(dataFolder: string): Promise<void> {
    this.#engine = await startEngine({
      dataFolder,
      onChild: (child) => (this.#pulse = new Pulse(child)),
    });
    await this.ask('gallery.query', {});
    await this.settled();
    // What went before was the start of a process, which nobody waits for in a window.
    this.#pulse?.take();
  }

  ask<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
    if (!this.#engine) throw new Error('Expected a started engine');
    return this.#engine.host.request(name, input);
  }

  /** Milliseconds that `work` takes; the longest block meanwhile is kept under its name. */
  async measure(name: string, work: () => Promise<unknown>): Promise<number> {
    const ms = await timed(work);
    const { wall, cpu } = this.#pulse?.take() ?? { wall: NaN, cpu: NaN };
    // Where the system tells it, what the engine itself spent: a busy machine blocks everybody.
    const block = Number.isNaN(cpu) ? wall : Math.min(wall, cpu);
    this.blocks.set(name, Math.max(block, this.blocks.get(name) ?? 0));
    return ms;
  }

  /** The slowest thumbnail that was asked for while `work` went on. */
  async picturesDuring(ids: Uint32Array, work: Promise<unknown>): Promise<number> {
    let isOver = false;
    const ended = work.finally(() => (isOver = true));
    let slowest = 0;
    for (let i = 0; !isOver; i = (i + 7919) % ids.length) {
      const id = ids[i] ?? 0;
      const ms = await timed(() => this.ask('files.locate', { id, kind: 'thumbnail' }));
      slowest = Math.max(slowest, ms);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await ended;
    return slowest;
  }

  async stop(): Promise<void> {
    this.#pulse?.stop();
    await this.#engine?.host.stop();
  }

  /** Resolves when no job runs or waits any more. */
  async settled(): Promise<void> {
    for (;;) {
      const jobs = await this.ask('jobs.list', undefined);
      if (jobs.every(({ state }) => state !== 'running' && state !== 'queued')) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

/** Every request that a window makes, over a library of 100,000 made-up works. */
export async function scaleFigures(): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'oeuvre-bench-scale-'));
  const { manifest } = bestModel(await listModels(resolve('models')));
  await makeSyntheticLibrary({ home, works: WORKS, modelId: vectorIdOf(manifest) });
  const veteran = addLongHistory(home, SIGNALS);
  const run = new ScaleRun();
  await run.start(placesIn(home).dataFolder);
  await measureRequests(run);
  await measureLongHistory(run, veteran);
  await run.stop();
  for (const [name, ms] of run.blocks) note(`  longest block in ${name}: ${ms.toFixed(0)} ms`);
  figure('scale.engine_longest_block_ms', Math.max(...run.blocks.values()), 'ms');
  const photographs = await makePhotographs(PHOTOGRAPHS, ONLY_JPEG);
  await windowFigures(placesIn(home).userData, photographs);
  await rm(dirname(photographs), { recursive: true, force: true });
  await rm(home, { recursive: true, force: true });
}

async function measureRequests(run: ScaleRun): Promise<void> {
  const { ids } = await run.ask('gallery.query', {});
  const queries: number[] = [];
  for (const sort of SORTS)
    queries.push(await run.measure('gallery', () => run.ask('gallery.query', { sort })));
  figure('scale.gallery_query_100k_ms', median(queries), 'ms');
  await run.measure('facets', () => run.ask('gallery.facets', undefined));
  const page = [...ids.subarray(0, 200)];
  await run.measure('cards', () => run.ask('gallery.cards', { ids: page }));
  const opening = (): Promise<unknown> => run.ask('artworks.get', { id: ids[0] ?? 0 });
  figure('scale.first_work_100k_ms', await run.measure('table', opening), 'ms');
  await measureSimilar(run, ids);
  await measureSuggestions(run, ids);
  await measureStyles(run, ids);
  await measureReview(run, ids);
  await measurePortfolio(run, ids);
}

async function measureSimilar(run: ScaleRun, ids: Uint32Array): Promise<void> {
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const id = ids[i * 1000] ?? 0;
    const similar = (): Promise<unknown> => run.ask('artworks.similar', { id, weights: WEIGHTS });
    times.push(await run.measure('similar', similar));
  }
  figure('scale.similar_100k_ms', median(times), 'ms');
}

/** A taste of forty works, then one more reaction after another, each with the list that follows it. */
async function measureSuggestions(run: ScaleRun, ids: Uint32Array): Promise<void> {
  const react = async (place: number): Promise<void> => {
    const reaction = place % 4 === 0 ? 'dismissed' : 'like';
    await run.ask('suggestions.react', { id: ids[place * 149] ?? 0, reaction });
  };
  const list = (): Promise<unknown> => run.ask('suggestions.list', {});
  await run.measure('cover', list);
  for (let i = 0; i < 40; i++) await react(i);
  await run.measure('first suggestions', list);
  const times: number[] = [];
  for (let i = 40; i < 40 + ROUNDS; i++)
    times.push(await run.measure('suggestions', () => react(i).then(list)));
  figure('recommend.feedback_to_list_ms', median(times), 'ms');
}

/** The same for somebody of whom very much is known, after the first list, which reads it once. */
async function measureLongHistory(run: ScaleRun, profileId: ProfileId): Promise<void> {
  const { ids } = await run.ask('gallery.query', {});
  const list = (): Promise<unknown> => run.ask('suggestions.list', {});
  await run.ask('profiles.choose', { id: profileId });
  await run.measure('first suggestions after long use', list);
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const react = run.ask.bind(run, 'suggestions.react', { id: ids[i * 151]!, reaction: 'like' });
    times.push(await run.measure('suggestions after long use', () => react().then(list)));
  }
  figure('recommend.feedback_to_list_500k_signals_ms', median(times), 'ms');
}

async function measureStyles(run: ScaleRun, ids: Uint32Array): Promise<void> {
  for (let style = 0; style < 4; style++) {
    const mine = [...ids].filter((id) => id % 14 === style).slice(0, 8);
    const input = { ids: mine, label: `manner ${style}`, on: true };
    await run.measure('learning', () => run.ask('style.label', input));
  }
  await run.measure('style', () => run.ask('style.of', { id: ids[5] ?? 0 }));
}

/** Learning from many labelled works, and the proposals for all others; then the same of hands. */
async function measureReview(run: ScaleRun, ids: Uint32Array): Promise<void> {
  const proposals = (kind: 'labels' | 'hands', order: 'sure' | 'teaching'): Promise<unknown> =>
    run.ask('review.proposals', { teacher: { kind }, order });
  const few = await run.measure('proposals', () => proposals('labels', 'sure'));
  figure('scale.review_proposals_100k_s', few / 1000, 's');
  for (let style = 0; style < 5; style++) {
    const mine = [...ids].filter((id) => id % 14 === style).slice(0, 200);
    const input = { ids: mine, label: `manner ${style}`, on: true };
    const ms = await run.measure('learning from many', () => run.ask('style.label', input));
    if (style === 4) figure('scale.learn_1000_labels_s', ms / 1000, 's');
  }
  const many = await run.measure('proposals from many', () => proposals('labels', 'teaching'));
  figure('scale.review_proposals_of_1000_labels_100k_s', many / 1000, 's');
  for (let hand = 0; hand < 14; hand++) {
    const works = [...ids].filter((id) => id % 14 === hand).slice(0, 1000);
    const input = { ids: works, name: `Hand ${hand}` };
    await run.measure('naming hands', () => run.ask('hands.name', input));
  }
  const unnamed = [...ids].filter((id) => id % 14 === 3).at(-1) ?? 0;
  await run.measure('closest hands', () => run.ask('hands.of', { id: unnamed }));
  await run.measure('proposed hands', () => proposals('hands', 'sure'));
}

async function measurePortfolio(run: ScaleRun, ids: Uint32Array): Promise<void> {
  const during = async (name: string, ask: () => Promise<unknown>): Promise<number> => {
    let slowest = 0;
    const ms = await run.measure(name, async () => {
      slowest = await run.picturesDuring(ids, ask());
    });
    note(
      `  ${name}: ${(ms / 1000).toFixed(1)} s, slowest picture meanwhile ${slowest.toFixed(0)} ms`,
    );
    return ms;
  };
  const portfolio = await during('portfolio', () => run.ask('portfolio.get', undefined));
  figure('scale.portfolio_100k_s', portfolio / 1000, 's');
  await during('style order', () => run.ask('gallery.query', { sort: 'style' }));
  await during('cluster', () => run.ask('gallery.query', { cluster: 0 }));
  await during('spreadsheet', () => run.ask('portfolio.csv', undefined));
  await during('report', () => run.ask('portfolio.report', { language: 'en' }));
  await during('map', () => run.ask('portfolio.map', undefined));
  await during('indexing', async () => {
    await run.ask('folders.add', { path: resolve('resources/samples') });
    await run.settled();
  });
}
