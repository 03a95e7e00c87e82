import { readFile, stat } from 'node:fs/promises';
import { EngineError, type ErrorCode } from '../../contract';
import { complaintOf } from '../catalogue/file-error';

/**
 * Reads a text file of the user's.
 *
 * @param code said of what is no file, larger than `most` bytes, or no UTF-8
 * @throws EngineError `code`, or 'file/*' where the file can't be read; its detail names the path
 */
export async function readUtf8(path: string, most: number, code: ErrorCode): Promise<string> {
  const refuse = (reason: string): never => {
    throw new EngineError(code, reason, { path });
  };
  const bytes = await readSome(path, most, refuse);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return refuse('Expected UTF-8 text');
  }
}

async function readSome(
  path: string,
  most: number,
  refuse: (reason: string) => never,
): Promise<Uint8Array> {
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return refuse('Expected a file');
    if (facts.size > most)
      return refuse(`Expected ${most} bytes at most but received ${facts.size}`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const { code, reason } = complaintOf(error);
    throw new EngineError(code, reason, { path });
  }
}
