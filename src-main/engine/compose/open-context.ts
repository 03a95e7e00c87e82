import { join } from 'node:path';
import type { EngineArguments } from '../../contract';
import { trimThumbnails } from '../catalogue/thumbnail-cache';
import { Thumbnails } from '../catalogue/thumbnails';
import { JobQueue } from '../jobs/job-queue';
import { openCatalogue, type Catalogue } from '../storage/catalogue';
import { openBoards } from '../storage/documents/boards';
import { openBriefs } from '../storage/documents/briefs';
import { openImportedStyles } from '../storage/documents/imported-styles';
import { openPreferences } from '../storage/documents/preferences';
import { openSettledWorks } from '../storage/documents/settled-works';
import { readHands } from '../storage/read-hands';
import { BriefPictures } from './brief-pictures';
import { DescriptionReader } from './description-reader';
import type { EngineContext } from './engine-context';
import type { EventBus } from './event-bus';
import { runIndex } from './index-runner';
import { InsightThread } from './insight-thread';
import { MapCache } from './map-cache';
import { afterChange, beginChange, runModelChange } from './model-change';
import { openModels } from './open-models';
import { modelNameOf } from './learnt-style-handlers';
import { takeBackUnfinished } from './ratings-intake';
import { SaidCache } from './said-cache';
import { StyleCache } from './style-cache';
import { StyleShelf } from './style-shelf';
import { TableCache } from './table-cache';
import { TogetherCache } from './together-cache';

/**
 * Opens the catalogue and the studio documents below `dataFolder` and wires the parts over them.
 *
 * @throws EngineError 'catalogue/*' when the catalogue can't be used
 */
export async function openContext(options: EngineArguments, bus: EventBus): Promise<EngineContext> {
  const { dataFolder } = options;
  const catalogue = openCatalogue(options.cataloguePath ?? join(dataFolder, 'catalogue.db'));
  try {
    return await wire(catalogue, options, bus);
  } catch (error) {
    // Else it would stay open beside the one of the next try.
    catalogue.close();
    throw error;
  }
}

async function wire(
  catalogue: Catalogue,
  options: EngineArguments,
  bus: EventBus,
): Promise<EngineContext> {
  const { dataFolder, version } = options;
  const { choice, shelf, encoder } = await openModels(options, bus, () => context);
  const table = new TableCache(catalogue, {
    modelId: () => encoder.vectorId(),
    isIndexing: () =>
      jobs.list().some(({ kind, state }) => kind === 'index' && state === 'running'),
  });
  const { boards, preferences } = await openStudioDocuments(dataFolder);
  const insight = new InsightThread(options.insightWorker);
  const learning = new InsightThread(options.insightWorker);
  const jobs = new JobQueue({
    store: catalogue.jobs,
    // Called when a job runs, and jobs run only after `context` below is complete.
    runners: {
      index: (payload, job) => runIndex(context, payload, job),
      map: (_payload, job) => context.map.run(job),
      embed: (payload, job) => runModelChange(context, payload, job),
    },
    onProgress: (progress) => {
      bus.emit('job.progress', progress);
      afterChange(context, progress);
    },
  });
  const context: EngineContext = {
    dataFolder,
    version,
    catalogue,
    boards,
    ...(await openArtistDocuments(dataFolder, encoder)),
    preferences,
    thumbnails: new Thumbnails(join(dataFolder, 'thumbnails')),
    previews: new Thumbnails(join(dataFolder, 'previews')),
    shelf,
    choice,
    encoder,
    descriptions: new DescriptionReader(catalogue, encoder),
    downloadWorker: options.downloadWorker,
    table,
    insight,
    learning,
    ...openLearners({ catalogue, boards, table, learning, preferences }, bus),
    styleShelf: await openStyleShelf(dataFolder, encoder, shelf),
    map: new MapCache(table, insight, options.mapWorker, () =>
      jobs.enqueue('map', 'style-map', {}),
    ),
    jobs,
    emit: bus.emit,
  };
  try {
    await catchUp(context);
  } catch (error) {
    await jobs.close();
    throw error;
  }
  return context;
}

/** What the user arranged and prefers. */
async function openStudioDocuments(
  dataFolder: string,
): Promise<Pick<EngineContext, 'boards' | 'preferences'>> {
  return {
    boards: await openBoards(join(dataFolder, 'boards.json')),
    preferences: await openPreferences(join(dataFolder, 'preferences.json')),
  };
}

/** What belongs to the suggestions for the artist. */
async function openArtistDocuments(
  dataFolder: string,
  encoder: EngineContext['encoder'],
): Promise<Pick<EngineContext, 'briefs' | 'briefPictures' | 'settledWorks'>> {
  const briefs = await openBriefs(join(dataFolder, 'briefs.json'));
  const briefPictures = new BriefPictures(join(dataFolder, 'brief-pictures'), encoder);
  // While briefs may be missing, a picture that none of them names may still be needed.
  if (briefs.notices.length === 0) await briefPictures.forgetAllBut(briefs.pictures());
  const settledWorks = await openSettledWorks(join(dataFolder, 'settled-works.json'));
  return { briefs, briefPictures, settledWorks };
}

/** What learns: styles from labels, hands from the makers of works, what goes together from the choices of others. */
function openLearners(
  parts: Pick<EngineContext, 'catalogue' | 'boards' | 'table' | 'learning' | 'preferences'>,
  bus: EventBus,
): Pick<EngineContext, 'styles' | 'hands' | 'said' | 'together'> {
  const { catalogue, boards, table, learning: thread, preferences } = parts;
  return {
    said: new SaidCache(catalogue.signals, catalogue.touched),
    together: new TogetherCache({
      catalogue,
      boards,
      table,
      thread,
      onLearnt: () => bus.emit('suggestions.changed', {}),
    }),
    styles: new StyleCache({
      table,
      thread,
      axis: () => preferences.data.learnAxis,
      given: () => catalogue.labels.all(),
      onLearnt: (summary) => bus.emit('style.learnt', summary),
    }),
    hands: new StyleCache({
      table,
      thread,
      axis: () => 'style',
      given: async () =>
        Array.from(await readHands(catalogue), ([artworkId, label]) => ({ artworkId, label })),
      onLearnt: (summary) => bus.emit('hands.learnt', summary),
    }),
  };
}

async function openStyleShelf(
  dataFolder: string,
  encoder: EngineContext['encoder'],
  shelf: EngineContext['shelf'],
): Promise<StyleShelf> {
  return new StyleShelf(await openImportedStyles(join(dataFolder, 'imported-styles.json')), {
    active: async () => {
      const manifest = await encoder.manifest();
      return manifest && modelNameOf(manifest);
    },
    installed: async () => (await shelf.usable()).map(({ manifest }) => modelNameOf(manifest)),
  });
}

/** Tells the catalogue which vectors count, and takes up what an earlier process left unfinished. */
async function catchUp(context: EngineContext): Promise<void> {
  const { catalogue, encoder, jobs, thumbnails, previews } = context;
  const current = await encoder.vectorId();
  if (current !== null) catalogue.meta.setActiveModel(current);
  await takeBackUnfinished(catalogue);
  jobs.start();
  rescanAll(catalogue, jobs);
  const wanted = await encoder.wanted();
  if (wanted && wanted.key !== current) beginChange(context, wanted.key);
  void trimThumbnails(thumbnails.folder);
  void trimThumbnails(previews.folder);
}

/** A cheap look at every folder: what changed while the application was closed is taken in now. */
function rescanAll(catalogue: Catalogue, jobs: JobQueue): void {
  for (const { id, path } of catalogue.folders.list()) {
    jobs.enqueue('index', path, { folderId: id, retryFailed: false });
  }
}
