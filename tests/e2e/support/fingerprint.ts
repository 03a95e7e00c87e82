import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Larger files are holes made for a test; reading gigabytes of nothing would prove nothing. */
const LARGEST_READ = 256 * 1024 ** 2;

/** Of every file and link below a folder: content, size, times of change and rights, by path. */
export async function fingerprint(folder: string): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const { size, mtimeMs, ctimeMs, mode } = await lstat(path);
    const hash = createHash('sha256');
    if (entry.isFile() && size < LARGEST_READ) await pipeline(createReadStream(path), hash);
    prints[path] = [hash.digest('hex'), size, mtimeMs, ctimeMs, mode].join(' ');
  }
  return prints;
}
