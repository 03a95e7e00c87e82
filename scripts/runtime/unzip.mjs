// @ts-check
import { createWriteStream } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';

const FILE_TYPE = 0o170000;
const SYMBOLIC_LINK = 0o120000;

/**
 * Unpacks a zip archive, keeping permissions and symbolic links (macOS frameworks need both).
 * yauzl refuses absolute names and names with `..`, so nothing lands outside `folder`.
 *
 * @param {string} archive path of the zip file
 * @param {string} folder where to put the entries; made if missing
 * @param {(name: string) => string | undefined} place maps an entry's name to its path in
 *   `folder`; undefined leaves the entry out
 * @returns {Promise<number>} how many files and links were written
 */
export async function unzip(archive, folder, place = (name) => name) {
  const { openPromise } = await import('yauzl');
  const zip = await openPromise(archive, { lazyEntries: true });
  let written = 0;
  for await (const entry of zip.eachEntry()) {
    const name = place(entry.fileName);
    if (name === undefined || entry.fileName.endsWith('/')) continue;
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeEntry(zip, entry, path);
    written += 1;
  }
  return written;
}

/**
 * @param {import('yauzl').ZipFile} zip
 * @param {import('yauzl').Entry} entry
 * @param {string} path
 */
async function writeEntry(zip, entry, path) {
  const attributes = entry.externalFileAttributes >>> 16;
  const stream = await zip.openReadStreamPromise(entry);
  if ((attributes & FILE_TYPE) === SYMBOLIC_LINK) {
    await symlink(await text(stream), path);
    return;
  }
  const mode = attributes & 0o777 || 0o644;
  await pipeline(stream, createWriteStream(path, { mode }));
}
