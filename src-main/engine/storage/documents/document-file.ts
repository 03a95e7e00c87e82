import { mkdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Adapter } from 'lowdb';
import { z } from 'zod';
import { ignoreMissing, replaceDurably } from './durable-file';

/** Of the envelope around every studio document. */
const DOCUMENT_VERSION = 1;

/** A document that was found damaged, and where it was put. */
export interface DocumentNotice {
  readonly code: 'document/damaged';
  readonly file: string;
}

/**
 * lowdb's adapter for one JSON file in an envelope with its version. What cannot be used is set aside, never
 * overwritten, and the last good copy takes its place.
 */
export class DocumentFile<T> implements Adapter<T> {
  readonly notices: DocumentNotice[] = [];
  readonly #lastGood: string;
  readonly #envelope: z.ZodType<{ data: T }>;

  constructor(
    private readonly file: string,
    schema: z.ZodType<T>,
  ) {
    this.#lastGood = withSuffix(file, 'last-good');
    this.#envelope = z.object({ version: z.literal(DOCUMENT_VERSION), data: schema }) as z.ZodType<{
      data: T;
    }>;
  }

  async read(): Promise<T | null> {
    await mkdir(path.dirname(this.file), { recursive: true });
    return (await this.#readOne(this.file)) ?? (await this.#readOne(this.#lastGood));
  }

  async write(data: T): Promise<void> {
    const text = JSON.stringify({ version: DOCUMENT_VERSION, data }, null, 2);
    await replaceDurably(this.file, text, this.#lastGood);
  }

  async #readOne(file: string): Promise<T | null> {
    const text = await readFile(file, 'utf8').catch(ignoreMissing);
    if (text === undefined) return null;
    const parsed = this.#envelope.safeParse(parseJson(text));
    if (parsed.success) return parsed.data.data;
    await this.#setAside(file);
    return null;
  }

  async #setAside(file: string): Promise<void> {
    const stamp = new Date().toISOString().replaceAll(':', '-');
    const aside = withSuffix(file, `damaged-${stamp}`);
    await rename(file, aside);
    this.notices.push({ code: 'document/damaged', file: aside });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withSuffix(file: string, suffix: string): string {
  const { dir, name, ext } = path.parse(file);
  return path.join(dir, `${name}.${suffix}${ext}`);
}
