import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { EngineError } from '../../../contract/errors';
import { MANIFEST_FILE, readManifest } from '../load-model-folder';
import { packFiles } from './pack-files';
import { MAX_ENTRIES, MAX_GROWTH, MAX_MANIFEST_BYTES, MAX_PACK_BYTES } from './pack-limits';

const FILE_TYPE = 0o170000;
const REGULAR_FILE = 0o100000;

export interface UnpackOptions {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/**
 * Unpacks a model pack: a zip archive with `manifest.json` at its top or in its one folder. Only the files that the
 * manifest names are written, each under its bare name, so no entry can land anywhere else; yauzl itself refuses names
 * that leave the archive, and streams that are longer than they say.
 *
 * @param folder an empty folder
 * @throws EngineError 'model/archive-invalid', 'model/archive-unsafe' for links, bombs and names that lead outside,
 * 'model/too-large', 'model/manifest-invalid', 'request/cancelled'
 */
export async function unpackArchive(
  archive: string,
  folder: string,
  options: UnpackOptions,
): Promise<void> {
  const zip = await opened(archive);
  try {
    const entries = await entriesOf(zip);
    const { base, manifest } = manifestIn(entries);
    await writeFile(
      path.join(folder, MANIFEST_FILE),
      await buffer(await zip.openReadStreamPromise(manifest)),
    );
    const { needed, welcome } = packFiles(await readManifest(folder));
    const missing = needed.find((name) => !entries.has(base + name));
    if (missing !== undefined)
      throw new EngineError('model/archive-invalid', `The archive holds no ${missing}`);
    const wanted = [...needed, ...welcome].flatMap((name) => entries.get(base + name) ?? []);
    await extract(zip, wanted, folder, options);
  } catch (error) {
    throw inWords(error, options.signal);
  } finally {
    zip.close();
  }
}

async function opened(archive: string): Promise<ZipFile> {
  try {
    return await openPromise(archive, {
      lazyEntries: true,
      autoClose: false,
      strictFileNames: true,
    });
  } catch (error) {
    throw new EngineError('model/archive-invalid', `Not a zip archive: ${String(error)}`);
  }
}

/** All entries by name, after each has been looked at: one that means harm condemns the whole archive. */
async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MAX_ENTRIES)
    throw new EngineError('model/archive-unsafe', `The archive holds ${zip.entryCount} entries`);
  const entries = new Map<string, Entry>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry, entries);
    total += entry.uncompressedSize;
    entries.set(entry.fileName, entry);
  }
  if (total > MAX_PACK_BYTES)
    throw new EngineError('model/too-large', `The archive would unpack to ${total} bytes`);
  return entries;
}

function checkEntry(entry: Entry, known: ReadonlyMap<string, Entry>): void {
  const { fileName, compressedSize, uncompressedSize } = entry;
  const type = (entry.externalFileAttributes >>> 16) & FILE_TYPE;
  const isFolder = fileName.endsWith('/');
  const harm =
    (known.has(fileName) && 'occurs twice') ||
    (!isFolder && type !== 0 && type !== REGULAR_FILE && 'is a link or a device') ||
    (entry.isEncrypted() && 'is encrypted') ||
    (uncompressedSize > MAX_MANIFEST_BYTES &&
      uncompressedSize > compressedSize * MAX_GROWTH &&
      'grows beyond measure when it is unpacked');
  if (harm) throw new EngineError('model/archive-unsafe', `'${fileName}' ${harm}`);
}

function manifestIn(entries: ReadonlyMap<string, Entry>): { base: string; manifest: Entry } {
  const found = [...entries.values()].filter(({ fileName }) => {
    const parts = fileName.split('/');
    return parts.length <= 2 && parts.at(-1) === MANIFEST_FILE;
  });
  const [manifest] = found;
  if (!manifest || found.length > 1)
    throw new EngineError(
      'model/archive-invalid',
      `Expected one ${MANIFEST_FILE} at the top of the archive but received ${found.length}`,
    );
  if (manifest.uncompressedSize > MAX_MANIFEST_BYTES)
    throw new EngineError('model/too-large', `${MANIFEST_FILE} is too large`);
  return { base: manifest.fileName.slice(0, -MANIFEST_FILE.length), manifest };
}

async function extract(
  zip: ZipFile,
  entries: readonly Entry[],
  folder: string,
  { signal, onProgress }: UnpackOptions,
): Promise<void> {
  const total = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  let done = 0;
  for (const entry of entries) {
    const stream = await zip.openReadStreamPromise(entry);
    stream.on('data', (chunk: Buffer) => onProgress((done += chunk.length), total));
    const target = createWriteStream(path.join(folder, path.posix.basename(entry.fileName)), {
      flags: 'wx',
    });
    await pipeline(stream, target, { signal });
  }
}

/** Whatever yauzl and zlib complain of lies in the archive; what the disk complains of does not. */
function inWords(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof EngineError) return error;
  if (signal.aborted) return new EngineError('request/cancelled', 'The installation was cancelled');
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return new EngineError('catalogue/disk-full', 'The disk is full');
  const message = error instanceof Error ? error.message : String(error);
  if (/relative path|absolute path|invalid characters/.test(message))
    return new EngineError('model/archive-unsafe', message);
  return new EngineError('model/archive-invalid', message);
}
