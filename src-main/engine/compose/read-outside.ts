import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { EngineError, type OutsideSource } from '../../contract';
import { complaintOf } from '../catalogue/file-error';
import { NO_ENCODER_INPUT, type Encoder, type Reading } from '../catalogue/ports';
import { readBytes } from '../catalogue/read-bytes';
import { readWork } from '../imaging/read-work';

/** What is read of a picture that is in no folder of the library. */
export interface OutsideReading {
  /** Of its content and of the model that looked at it. */
  key: string;
  reading: Omit<Reading, 'modelInput'>;
  style: Float32Array;
  subject: Float32Array;
}

/**
 * Reads and embeds a picture from outside, which stays as it is.
 *
 * @param encoder null where no model can look at it: then its vectors are empty
 * @param last what was read before; the same content is not read again
 * @throws EngineError with a `file/*` code that names the picture
 */
export async function readOutside(
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
