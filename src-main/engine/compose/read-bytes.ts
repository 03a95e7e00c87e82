import { readFile, stat } from 'node:fs/promises';
import { EngineError, type ErrorCode } from '../../contract';
import { complaintOf } from '../catalogue/file-error';

/**
 * Reads a file of the user's.
 *
 * @param code said of what is no file, or larger than `most` bytes
 * @throws EngineError `code`, or 'file/*' where the file can't be read; its detail names the path
 */
export async function readBytes(path: string, most: number, code: ErrorCode): Promise<Uint8Array> {
  const refuse = (reason: string): never => {
    throw new EngineError(code, reason, { path });
  };
  try {
    const facts = await stat(path);
    if (!facts.isFile()) return refuse('Expected a file');
    if (facts.size > most)
      return refuse(`Expected ${most} bytes at most but received ${facts.size}`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof EngineError) throw error;
    const { code: of, reason } = complaintOf(error);
    throw new EngineError(of, reason, { path });
  }
}
