import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import type { ReadWork } from '../../../src-main/engine/catalogue/ports';
import { Thumbnails } from '../../../src-main/engine/catalogue/thumbnails';
import { indexFolder, type IndexSummary } from '../../../src-main/engine/catalogue/index-folder';
import { addFolder } from '../../../src-main/engine/catalogue/add-folder';
import { readWork } from '../../../src-main/engine/imaging/read-work';
import type { JobContext, JobReport } from '../../../src-main/engine/jobs/job-context';
import { meanColourEncoder } from './encoder';
import { openCatalogue, type Catalogue } from '../../../src-main/engine/storage/catalogue';

/** A picture that differs in colour and in bytes for each seed. */
export async function picture(seed: number, format: 'jpeg' | 'png' = 'png'): Promise<Buffer> {
  const digest = createHash('sha256').update(String(seed)).digest();
  const [r = 0, g = 0, b = 0, w = 0] = digest;
  const ground = sharp({
    create: { width: 40 + (w % 40), height: 48, channels: 3, background: { r, g, b } },
  });
  const spot = {
    create: { width: 16, height: 16, channels: 3, background: { r: b, g: r, b: g } },
  } as const;
  return ground
    .composite([{ input: spot, left: 4, top: 4 }])
    .toFormat(format)
    .toBuffer();
}

/** A job that nobody stops, which keeps its last report. */
export function quietJob(): JobContext & { last: JobReport } {
  return {
    signal: new AbortController().signal,
    pausing: false,
    last: {},
    checkpoint: () => Promise.resolve(),
    report(report) {
      this.last = { ...this.last, ...report };
    },
    restartRate: () => undefined,
  };
}

/** A library in a temporary folder: `works` to put files into, a catalogue, and the means to index. */
export interface Studio {
  readonly root: string;
  readonly works: string;
  readonly catalogue: Catalogue;
  readonly thumbnails: Thumbnails;
  readonly encoder: ReturnType<typeof meanColourEncoder>;
  /** Paths that were decoded, in order. */
  readonly decoded: string[];
  readonly readWork: ReadWork;
  /** Writes files below `works`; a number stands for the picture with that seed. */
  put(files: Record<string, number | string | Uint8Array>): Promise<void>;
  index(options?: { retryFailed?: boolean; folder?: string }): Promise<IndexSummary>;
  /** File names of the visible works by id. */
  names(): Map<number, string>;
  close(): Promise<void>;
}

export async function openStudio(): Promise<Studio> {
  const root = await mkdtemp(path.join(tmpdir(), 'oeuvre-catalogue-'));
  const works = path.join(root, 'works');
  await mkdir(works);
  const catalogue = openCatalogue(path.join(root, 'data', 'catalogue.db'));
  const thumbnails = new Thumbnails(path.join(root, 'data', 'thumbnails'));
  const encoder = meanColourEncoder();
  catalogue.meta.setActiveModel(encoder.modelId);
  const decoded: string[] = [];
  const countedRead: ReadWork = (file, bytes, size) => {
    decoded.push(file);
    return readWork(file, bytes, size);
  };
  const put: Studio['put'] = async (files) => {
    for (const [name, content] of Object.entries(files)) {
      const target = path.join(works, name);
      await mkdir(path.dirname(target), { recursive: true });
      await writeFile(target, typeof content === 'number' ? await picture(content) : content);
    }
  };
  const index: Studio['index'] = async ({ retryFailed = false, folder = works } = {}) => {
    const known = catalogue.folders.paths().find((it) => it.path === folder);
    const folderId = known?.id ?? (await addFolder(catalogue, folder)).id;
    const job = quietJob();
    return indexFolder({
      catalogue,
      folderId,
      readWork: countedRead,
      encoder,
      thumbnails,
      job,
      retryFailed,
    });
  };
  const names = () =>
    new Map(
      catalogue.database
        .all<{ id: number; file_name: string }>(
          'SELECT id, file_name FROM artworks WHERE visible = 1 ORDER BY id',
        )
        .map(({ id, file_name: name }) => [id, name]),
    );
  const close = async () => {
    catalogue.close();
    await rm(root, { recursive: true, force: true });
  };
  return {
    root,
    works,
    catalogue,
    thumbnails,
    encoder,
    decoded,
    readWork: countedRead,
    put,
    index,
    names,
    close,
  };
}
