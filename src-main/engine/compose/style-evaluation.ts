import { basename, dirname, resolve } from 'node:path';
import { EngineError, type ArtworkId, type FolderId } from '../../contract';
import type { SkippedWork, StyleEvaluation } from '../../contract/evaluate-output';
import type { ModelManifest } from '../../contract/manifest';
import { vectorIdOf } from '../inference/vector-id';
import { answeredByChance, evaluateStyle, onlyMovements, type EvaluatedWork } from '../style';
import type { EngineContext } from './engine-context';
import { movementReading } from './movement-reading';

/** What is known of a file; its path is taken from the folder on. */
export interface KnownWork {
  file: string;
  movement: string | null;
  artist: string | null;
  genre: string | null;
  year: number | null;
}

export interface EvaluationRequest {
  folderId: FolderId;
  /** Of the folder. */
  path: string;
  works: readonly KnownWork[];
  /** Movements to look at alone; null for all. */
  only: readonly string[] | null;
  /** Answers drawn at random in the place of the model's. */
  chance: boolean;
}

export interface EvaluationAnswer {
  model: { id: string; version: string };
  /** Labels of the movement head; null when the model has none. */
  movements: readonly string[] | null;
  /** Whether the model tells periods. */
  periods: boolean;
  evaluation: StyleEvaluation;
  skipped: SkippedWork[];
}

/**
 * Measures the active model on the works of an indexed folder. A file that could not be read, or that is the same
 * picture as an earlier one, is skipped and told with its reason.
 *
 * @throws EngineError 'model/not-found'
 */
export async function evaluateFolder(
  context: EngineContext,
  request: EvaluationRequest,
): Promise<EvaluationAnswer> {
  const manifest = await context.encoder.manifest();
  if (!manifest) throw new EngineError('model/not-found', 'There is no usable model to evaluate');
  const reasons = new Map(
    context.catalogue.failures
      .list(request.folderId)
      .map(({ path, code, reason }) => [path, `${reason} (${code})`] as const),
  );
  const seen = new Map<ArtworkId, string>();
  const works: EvaluatedWork[] = [];
  const skipped: SkippedWork[] = [];
  for (const known of request.works) {
    const path = resolve(request.path, known.file);
    const id = artworkAt(context, request.folderId, path);
    const earlier = id === null ? undefined : seen.get(id);
    const work = id === null || earlier !== undefined ? null : workOf(context, manifest, id, known);
    if (id !== null && earlier === undefined) seen.set(id, known.file);
    if (work) works.push(work);
    else skipped.push({ file: known.file, reason: reasonOf(earlier, id, reasons.get(path)) });
  }
  const movements = manifest.heads.find(({ id }) => id === 'movement')?.labels ?? null;
  const { id, version } = manifest;
  const evaluation = evaluateAs(request, movements, works);
  const periods = works.some(({ period }) => period !== null);
  return { model: { id, version }, movements, periods, evaluation, skipped };
}

function evaluateAs(
  { only, chance }: EvaluationRequest,
  movements: readonly string[] | null,
  works: readonly EvaluatedWork[],
): StyleEvaluation {
  const chosen = only ? onlyMovements(movements, works, only) : { labels: movements, works };
  const { labels } = chosen;
  return evaluateStyle(
    labels,
    chance && labels ? answeredByChance(labels, chosen.works) : chosen.works,
  );
}

function reasonOf(
  earlier: string | undefined,
  id: ArtworkId | null,
  failure: string | undefined,
): string {
  if (earlier !== undefined) return `The same picture as ${earlier}`;
  if (failure !== undefined) return failure;
  return id === null ? 'There is no such picture in the folder' : 'The model could not read it';
}

function artworkAt(
  { catalogue }: EngineContext,
  folderId: FolderId,
  path: string,
): ArtworkId | null {
  const { files } = catalogue;
  const directoryId = files.findDirectory(folderId, dirname(path));
  const found =
    directoryId === null ? null : files.at({ folderId, directoryId, name: basename(path) });
  if (!found) return null;
  const present = files.presentOf(found.artworkId).some(({ id }) => id === found.id);
  return present ? found.artworkId : null;
}

function workOf(
  { catalogue }: EngineContext,
  manifest: ModelManifest,
  id: ArtworkId,
  { movement, artist, genre, year }: KnownWork,
): EvaluatedWork | null {
  const { hash } = catalogue.artworks.get(id);
  const vectorOf = (kind: Parameters<typeof catalogue.vectors.find>[2]) =>
    catalogue.vectors.find(hash, vectorIdOf(manifest), kind);
  const [style, subject] = [vectorOf('style'), vectorOf('subject')];
  if (!style || !subject) return null;
  const years = vectorOf('head:period');
  return {
    movement,
    artist,
    genre,
    year,
    style,
    subject,
    reading: movementReading(manifest, vectorOf('head:movement'), vectorOf('head:novelty')),
    period: years && { low: years[0]!, high: years[2]! },
  };
}
