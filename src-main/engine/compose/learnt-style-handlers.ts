import { readFile, stat } from 'node:fs/promises';
import {
  EngineError,
  MAX_STYLE_FILE_BYTES,
  type ImportOutcome,
  type LearntStyles,
  type ModelName,
  type Taught,
} from '../../contract';
import type { ModelManifest } from '../../contract/manifest';
import { complaintOf } from '../catalogue/file-error';
import { packStyle, styleModel, type StyleModel } from '../style';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import type { StyleShelf } from './style-shelf';

/** What names a model in a style file. */
export function modelNameOf({ id, name, version, sha256 }: ModelManifest): ModelName {
  return { id, name, version, sha256 };
}

/** Learnt styles as files: out of this library and into it. */
export function learntStyleHandlers(context: EngineContext): HandlersOf<'styles'> {
  const { styleShelf, emit } = context;
  const changed = (): void => emit('styles.changed', {});
  return {
    'styles.export': async ({ teaches, name, labels }) => {
      const manifest = await context.encoder.manifest();
      if (!manifest) throw new EngineError('model/not-found', 'There is no usable model');
      const learnt = await learntFrom(context, teaches, labels);
      const exportedAt = new Date().toISOString();
      const file = packStyle(learnt, {
        name,
        teaches,
        model: modelNameOf(manifest),
        exportedAt,
      });
      return { content: JSON.stringify(file) };
    },
    'styles.import': async ({ path }) => {
      const outcome = await importFrom(path, styleShelf);
      if (outcome.kind === 'imported') changed();
      return outcome;
    },
    'styles.imported': () => styleShelf.list(),
    'styles.remove': async ({ id }) => {
      await styleShelf.remove(id);
      changed();
    },
    'styles.restore': async ({ id }) => {
      await styleShelf.restore(id);
      changed();
    },
  };
}

/** All that was learnt, or the labels named learnt by themselves. */
async function learntFrom(
  { styles, hands, table, learning }: EngineContext,
  teaches: Taught,
  labels: readonly string[] | undefined,
): Promise<StyleModel> {
  const cache = teaches === 'labels' ? styles : hands;
  const model = await cache.get();
  if (!labels || isEveryLabel(model.summary, labels)) return model;
  const chosen = new Set(labels);
  const given = model.summary.labels
    .filter(({ label }) => chosen.has(label))
    .flatMap(({ label, examples }) => examples.map((artworkId) => ({ artworkId, label })));
  const works = await table.get();
  return styleModel(works, await learning.ask(works, 'learn', { given, axis: model.summary.axis }));
}

function isEveryLabel({ labels }: LearntStyles, chosen: readonly string[]): boolean {
  return labels.every(({ label }) => chosen.includes(label));
}

/** @throws EngineError 'style/*' or 'file/*', each with the path */
async function importFrom(path: string, shelf: StyleShelf): Promise<ImportOutcome> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) throw new EngineError('style/file-damaged', 'Expected a file');
    if (facts.size > MAX_STYLE_FILE_BYTES)
      throw new EngineError('style/file-damaged', `Expected ${MAX_STYLE_FILE_BYTES} bytes at most`);
    return await shelf.add(await readFile(path, 'utf8'));
  } catch (error) {
    const { code, reason } = complaintOf(error);
    throw new EngineError(code, reason, { path });
  }
}
