import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  EngineError,
  type ModelProgress,
  type ModelSummary,
  type ParsedInput,
} from '../../contract';
import { copyFolder, isFolder } from '../inference/packs/copy-folder';
import { installPack } from '../inference/packs/install-pack';
import { packAddress } from '../inference/packs/pack-address';
import { runDownload } from '../inference/packs/run-download';
import { unpackArchive } from '../inference/packs/unpack-archive';
import { pause } from '../storage/yielding';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { beginChange, putIntoUse } from './model-change';
import { installedPacks, type ShelvedModel } from './model-shelf';

/** Rows of vectors forgotten between two turns of everything else. */
const STRETCH = 5000;
const PROGRESS_MS = 100;

/** Puts a pack into an empty folder, telling how far it is, until the signal says stop. */
type Gather = (folder: string, install: Installation) => Promise<void>;

interface Installation {
  readonly signal: AbortSignal;
  readonly tell: (stage: ModelProgress['stage'], done?: number, total?: number) => void;
}

export function modelHandlers(context: EngineContext): HandlersOf<'models'> {
  const { catalogue, shelf, choice, emit } = context;
  let current: AbortController | null = null;

  const install = async (gather: Gather): Promise<ModelSummary> => {
    if (current)
      throw new EngineError('request/cancelled', 'Another model is being added just now');
    current = new AbortController();
    const { signal } = current;
    const tell = teller(context);
    try {
      const key = await installPack(
        installedPacks(context.dataFolder),
        (folder) => gather(folder, { signal, tell }),
        () => tell('checking'),
      );
      shelf.forgive(key);
      shelf.lookAgain();
      emit('models.changed', {});
      return await summaryOf(context, key);
    } finally {
      current = null;
      tell('idle');
    }
  };

  return {
    'models.list': () => listed(context),
    'models.add': async ({ path }) => {
      const folder = await isFolder(path);
      return install((staging, installation) =>
        folder ? copyFolder(path, staging) : unpack(path, staging, installation),
      );
    },
    'models.download': (address) => {
      packAddress(address.url, address.agreedHost);
      return install((staging, installation) => download(context, address, staging, installation));
    },
    'models.cancel': () => current?.abort(),
    'models.use': async ({ key }) => {
      shelf.forgive(key);
      const [best] = await usable(context, key);
      await cancelChanges(context);
      // What is best among the shipped models may be another one after an update.
      await choice.update(() => ({ chosen: key === best?.key ? null : key }));
      if (key !== catalogue.meta.activeModel) beginChange(context, key);
      emit('models.changed', {});
    },
    'models.remove': ({ key }) => remove(context, key),
  };
}

async function remove(context: EngineContext, key: string): Promise<void> {
  const { catalogue, shelf, choice, jobs, encoder, emit } = context;
  const folder = await shelf.installedFolder(key);
  if (folder === null) {
    await usable(context, key);
    throw new EngineError('model/is-shipped', `${key} came with the application`);
  }
  await jobs.cancelSubject('embed', key);
  const wasActive = catalogue.meta.activeModel === key;
  if (choice.data.chosen === key) await choice.update(() => ({ chosen: null }));
  await rm(folder, { recursive: true, force: true });
  shelf.lookAgain();
  const instead = await encoder.wanted();
  if (wasActive && instead) putIntoUse(context, instead.key);
  await forgetVectors(context, key);
  emit('models.changed', {});
}

async function listed({ shelf, encoder, jobs }: EngineContext): Promise<ModelSummary[]> {
  const change = jobs
    .list()
    .find(({ kind, state }) => kind === 'embed' && ['queued', 'running', 'paused'].includes(state));
  return shelf.summaries({ active: await encoder.vectorId(), next: change?.subject ?? null });
}

async function summaryOf(context: EngineContext, key: string): Promise<ModelSummary> {
  const found = (await listed(context)).find((model) => model.key === key);
  if (!found) throw new EngineError('model/not-found', `There is no model ${key}`);
  return found;
}

/** All usable models, of which this must be one. */
async function usable({ shelf }: EngineContext, key: string): Promise<ShelvedModel[]> {
  const models = await shelf.usable();
  if (models.some((model) => model.key === key)) return models;
  throw new EngineError('model/not-found', `There is no usable model ${key}`);
}

/** Whatever change is under way makes room for another. */
async function cancelChanges({ jobs }: EngineContext): Promise<void> {
  for (const { kind, subject } of jobs.list())
    if (kind === 'embed') await jobs.cancelSubject('embed', subject);
}

function teller({ emit }: EngineContext): Installation['tell'] {
  let last = { stage: '', at: 0 };
  return (stage, done = 0, total = 0) => {
    const now = performance.now();
    if (stage === last.stage && now - last.at < PROGRESS_MS) return;
    last = { stage, at: now };
    emit('models.progress', { stage, done, total });
  };
}

function unpack(path: string, folder: string, { signal, tell }: Installation): Promise<void> {
  return unpackArchive(path, folder, {
    signal,
    onProgress: (done, total) => tell('unpacking', done, total),
  });
}

async function download(
  { downloadWorker }: EngineContext,
  { url, agreedHost, sha256 }: ParsedInput<'models.download'>,
  folder: string,
  installation: Installation,
): Promise<void> {
  if (downloadWorker === undefined)
    throw new EngineError('model/download-failed', 'Nothing can be fetched from here');
  const { signal, tell } = installation;
  const target = join(folder, 'archive.oeuvre-pack');
  tell('downloading');
  await runDownload(
    { url, agreedHost, sha256, target },
    { workerPath: downloadWorker, signal, onProgress: (...so) => tell('downloading', ...so) },
  );
  await unpack(target, folder, installation);
  await rm(target);
}

async function forgetVectors({ catalogue }: EngineContext, key: string): Promise<void> {
  for (let after: number | null = 0; after !== null;) {
    after = catalogue.vectors.forgetModel(key, after, STRETCH);
    await pause();
  }
}
