import { randomUUID } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EngineError, type BriefPicture, type PictureId } from '../../contract';
import type { Encoder } from '../catalogue/ports';
import { readWork } from '../imaging/read-work';
import type { MoodImage } from '../recommend/artist';
import { blobToFloats, floatsToBlob } from '../storage/blobs';
import { openBriefPicture, type BriefPictureFile } from '../storage/documents/brief-picture-file';
import type { StudioDocument } from '../storage/documents/studio-document';
import type { EncoderSlot } from './encoder-slot';
import { readOutside } from './read-outside';

type Document = StudioDocument<BriefPictureFile | null>;

/**
 * The pictures from outside that briefs keep: thumbnail, palette and vectors, one document a picture, so that a brief needs
 * no file but its own. When another model is in use, a picture is looked at again from its thumbnail.
 */
export class BriefPictures {
  readonly #open = new Map<PictureId, Promise<Document>>();

  constructor(
    private readonly folder: string,
    private readonly encoder: Pick<EncoderSlot, 'encoder'>,
  ) {}

  /** @throws EngineError with a `file/*` code that names the path */
  async add(path: string): Promise<PictureId> {
    const encoder = await this.#encoder();
    const { reading, style, subject } = await readOutside(
      { kind: 'file', path },
      encoder,
      undefined,
    );
    const { width, height, thumbnail, analysis, paletteVector } = reading;
    const picture = randomUUID();
    const document = await this.#document(picture);
    await document.update(() => ({
      fileName: basename(path),
      width,
      height,
      thumbnail: { mime: thumbnail.mime, data: toBase64(thumbnail.data) },
      palette: analysis.palette,
      paletteVector: textOf(paletteVector),
      vectors: encoder
        ? { [encoder.modelId]: { style: textOf(style), subject: textOf(subject) } }
        : {},
    }));
    return picture;
  }

  /** @throws EngineError 'file/not-found' */
  async get(picture: PictureId): Promise<BriefPicture> {
    const { fileName, width, height, thumbnail, palette } = await this.#read(picture);
    const { mime, data } = thumbnail;
    return {
      picture,
      fileName,
      width,
      height,
      thumbnail: { mime, data: Uint8Array.from(Buffer.from(data, 'base64')) },
      palette: palette.map(({ hex }) => hex),
    };
  }

  /** What the model in use sees in it; null where nothing is kept of it any more. */
  async moodOf(picture: PictureId): Promise<MoodImage | null> {
    const document = await this.#document(picture);
    const kept = document.data;
    if (!kept) return null;
    const encoder = await this.#encoder();
    const seen = encoder && (kept.vectors[encoder.modelId] ?? (await lookAgain(document, encoder)));
    return {
      style: floatsOf(seen?.style ?? ''),
      subject: floatsOf(seen?.subject ?? ''),
      palette: floatsOf(kept.paletteVector),
    };
  }

  /** Deletes what no brief keeps any more. */
  async forgetAllBut(kept: ReadonlySet<PictureId>): Promise<void> {
    for (const name of await readdir(this.folder).catch(() => [])) {
      if (!kept.has(name.split('.')[0] ?? '')) await rm(join(this.folder, name), { force: true });
    }
  }

  async settled(): Promise<void> {
    await Promise.all([...this.#open.values()].map(async (document) => (await document).settled()));
  }

  /** Without a usable model the palette alone is compared; Settings says what is wrong with the model. */
  #encoder(): Promise<Encoder | null> {
    return this.encoder.encoder().catch(() => null);
  }

  #document(picture: PictureId): Promise<Document> {
    const known = this.#open.get(picture);
    if (known) return known;
    const opening = openBriefPicture(join(this.folder, `${picture}.json`));
    this.#open.set(picture, opening);
    opening.catch(() => this.#open.delete(picture));
    return opening;
  }

  async #read(picture: PictureId): Promise<BriefPictureFile> {
    const { data } = await this.#document(picture);
    if (data) return data;
    throw new EngineError('file/not-found', `Nothing is kept of the picture ${picture}`);
  }
}

async function lookAgain(document: Document, encoder: Encoder) {
  const { thumbnail, fileName } = document.data ?? {};
  if (!thumbnail || !fileName) return null;
  const bytes = Buffer.from(thumbnail.data, 'base64');
  const { modelInput } = await readWork(fileName, bytes, encoder.input);
  const { style, subject } = await encoder.embed([modelInput]);
  if (!style[0] || !subject[0]) return null;
  const vectors = { style: textOf(style[0]), subject: textOf(subject[0]) };
  await document.update(
    (kept) => kept && { ...kept, vectors: { ...kept.vectors, [encoder.modelId]: vectors } },
  );
  return vectors;
}

function toBase64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
}

function textOf(vector: Float32Array): string {
  return toBase64(floatsToBlob(vector));
}

function floatsOf(text: string): Float32Array {
  return blobToFloats(Uint8Array.from(Buffer.from(text, 'base64')));
}
