import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { EngineError, TRAIT_IDS, type ParsedInput, type Traits } from '../../contract';
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
    'similar.outside': async ({ path, weights, limit }: ParsedInput<'similar.outside'>) => {
      // Without a usable model the palette alone is compared; Settings says what is wrong with the model.
      const encoder = await context.encoder.encoder().catch(() => null);
      last = await readOutside(path, encoder, last);
      const { reading, style, subject } = last;
      const { width, height, paletteVector: palette, analysis } = reading;
      // A plain copy: a decoder's bytes may be a part of a larger buffer, which would cross the boundary whole.
      const { mime, data } = reading.thumbnail;
      const thumbnail = { mime, data: Uint8Array.from(data) };
      const picture = { style, subject, palette, traits: traitValues(analysis.traits) };
      const hits = await worksLike(await context.table.get(), picture, { weights, limit });
      return { fileName: basename(path), width, height, thumbnail, hits };
    },
  };
}

async function readOutside(
  path: string,
  encoder: Encoder | null,
  last: OutsideReading | undefined,
): Promise<OutsideReading> {
  try {
    await checkIsFile(path);
    const { bytes, hash } = await readBytes(path);
    const key = `${hash}/${encoder?.modelId ?? ''}`;
    if (last?.key === key) return last;
    const { modelInput, ...reading } = await readWork(
      path,
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
    throw new EngineError(code, reason, { path });
  }
}

/** Folders, pipes and devices are no pictures, and a pipe would keep whoever opens it waiting. */
async function checkIsFile(path: string): Promise<void> {
  if ((await stat(path)).isFile()) return;
  throw new EngineError('file/not-an-image', 'Expected a file');
}

function traitValues(traits: Traits): number[] {
  return TRAIT_IDS.map((id) => traits[id]);
}
