import { EngineError, type ErrorCode } from '../../contract';
import { readBytes } from './read-bytes';

/**
 * Reads a text file of the user's.
 *
 * @param code said of what is no file, larger than `most` bytes, or no UTF-8
 * @throws EngineError `code`, or 'file/*' where the file can't be read; its detail names the path
 */
export async function readUtf8(path: string, most: number, code: ErrorCode): Promise<string> {
  const bytes = await readBytes(path, most, code);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new EngineError(code, 'Expected UTF-8 text', { path });
  }
}
