import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { EngineError, type ContentHash } from '../../contract';
import type { FileStamp } from '../storage/repositories/files';
import { stampOf } from './discover';

/** Larger files are refused before a byte is read. */
export const MAX_FILE_BYTES = 2 * 1024 ** 3 - 1;

/** Read and hashed at once: a few milliseconds of hashing between two turns of everything else. */
const CHUNK_BYTES = 4 * 1024 ** 2;

export interface FileBytes {
  readonly bytes: Uint8Array;
  readonly hash: ContentHash;
  /** Of exactly what was read. */
  readonly stamp: FileStamp;
}

/**
 * Reads a file and its SHA-256 in one pass. The file is opened for reading only.
 *
 * @throws EngineError 'file/empty', 'file/too-large', 'file/unreadable' when it changed meanwhile; errors of
 * the file system pass through
 */
export async function readBytes(path: string): Promise<FileBytes> {
  const handle = await open(path, 'r');
  try {
    const stamp = stampOf(await handle.stat({ bigint: true }));
    checkSize(stamp.size);
    const bytes = Buffer.allocUnsafe(stamp.size);
    const hash = createHash('sha256');
    for (let offset = 0; offset < bytes.length;) {
      const { bytesRead } = await handle.read(
        bytes,
        offset,
        Math.min(CHUNK_BYTES, bytes.length - offset),
      );
      if (bytesRead === 0) throw changedMeanwhile();
      hash.update(bytes.subarray(offset, offset + bytesRead));
      offset += bytesRead;
    }
    const after = stampOf(await handle.stat({ bigint: true }));
    if (after.size !== stamp.size || after.mtimeNs !== stamp.mtimeNs) throw changedMeanwhile();
    return { bytes, hash: hash.digest('hex'), stamp };
  } finally {
    await handle.close();
  }
}

function checkSize(size: number): void {
  if (size === 0) throw new EngineError('file/empty', 'The file is empty (0 bytes)');
  if (size > MAX_FILE_BYTES) {
    throw new EngineError('file/too-large', `Expected at most 2 GiB but received ${size} bytes`, {
      size,
    });
  }
}

function changedMeanwhile(): EngineError {
  return new EngineError('file/unreadable', 'The file was being changed while it was read');
}
