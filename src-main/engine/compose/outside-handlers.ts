import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  EngineError,
  TRAIT_IDS,
  type OutsideSource,
  type ParsedInput,
  type Traits,
} from '../../contract';
import { complaintOf } from '../catalogue/file-error';
import { NO_ENCODER_INPUT, type Encoder, type Reading } from '../catalogue/ports';
import { readBytes } from '../catalogue/read-bytes';
import { readWork } from '../imaging/read-work';
import { worksLike } from '../style';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

/** All that is kept of a picture from outside, and only until another one comes. */
interface OutsideReading {
  /** Of its content and of the model that looked at it. */
  key: string;
  reading: Omit<Reading, 'modelInput'>;
  style: Float32Array;
  subject: Float32Array;
}

/** Finds works like a picture from outside. Moving a slider does not decode the picture again. */
export function outsideHandlers(context: EngineContext): HandlersOf<'similar'> {
  let last: OutsideReading | undefined;
  return {
    'similar.outside': async ({ source, weights, limit }: ParsedInput<'similar.outside'>) => {
      // Without a usable model the palette alone is compared; Settings says what is wrong with the model.
      const encoder = await context.encoder.encoder().catch(() => null);
      last = await readOutside(source, encoder, last);
      const { reading, style, subject } = last;
      const { paletteVector: palette, analysis } = reading;
      // A plain copy: a decoder's bytes may be a part of a larger buffer, which would cross the boundary whole.
      const { mime, data } = reading.thumbnail;
      const thumbnail = { mime, data: Uint8Array.from(data) };
      const picture = { style, subject, palette, traits: traitValues(analysis.traits) };
      const hits = await worksLike(await context.table.get(), picture, { weights, limit });
      return { ...factsOf(source, reading), thumbnail, hits };
    },
  };
}

/** What is said of a picture beside what resembles it. */
function factsOf(
  source: OutsideSource,
  { width, height }: OutsideReading['reading'],
): { fileName: string; width: number; height: number } {
  if (source.kind === 'file') return { fileName: basename(source.path), width, height };
  return { fileName: source.name, width, height, ...source.size };
}

async function readOutside(
  source: OutsideSource,
  encoder: Encoder | null,
  last: OutsideReading | undefined,
): Promise<OutsideReading> {
  try {
    const { name, bytes, hash } = await bytesOf(source);
    const key = `${hash}/${encoder?.modelId ?? ''}`;
    if (last?.key === key) return last;
    const { modelInput, ...reading } = await readWork(
      name,
      bytes,
      encoder?.input ?? NO_ENCODER_INPUT,
    );
    const seen = await encoder?.embed([modelInput]);
    const nothing = new Float32Array();
    return {
      key,
      reading,
      style: seen?.style[0] ?? nothing,
      subject: seen?.subject[0] ?? nothing,
    };
  } catch (error) {
    const { code, reason } = complaintOf(error);
    throw new EngineError(code, reason, detailOf(source));
  }
}

async function bytesOf(
  source: OutsideSource,
): Promise<{ name: string; bytes: Uint8Array; hash: string }> {
  if (source.kind === 'file') {
    await checkIsFile(source.path);
    return { name: source.path, ...(await readBytes(source.path)) };
  }
  const { bytes } = source;
  return { name: source.name, bytes, hash: createHash('sha256').update(bytes).digest('hex') };
}

function detailOf(source: OutsideSource): Record<string, string> {
  return source.kind === 'file' ? { path: source.path } : { fileName: source.name };
}

/** Folders, pipes and devices are no pictures, and a pipe would keep whoever opens it waiting. */
async function checkIsFile(path: string): Promise<void> {
  if ((await stat(path)).isFile()) return;
  throw new EngineError('file/not-an-image', 'Expected a file');
}

function traitValues(traits: Traits): number[] {
  return TRAIT_IDS.map((id) => traits[id]);
}
