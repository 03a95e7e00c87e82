import type { FileMetadata } from '../../../contract';

/** What one block of metadata says; absent where it says nothing. */
export type Facts = Partial<
  Pick<
    FileMetadata,
    'takenAt' | 'camera' | 'lens' | 'title' | 'author' | 'description' | 'keywords'
  >
>;

const MAX_TEXT = 4000;
const MAX_KEYWORDS = 200;
/** As long as one can be asked for; whole sentences are found by their words. */
const MAX_KEYWORD = 200;

/** The first block that says something wins; keywords of all blocks are put together. */
export function mergeFacts(blocks: readonly Facts[]): Required<Facts> {
  const first = <K extends Exclude<keyof Facts, 'keywords'>>(key: K): string | null =>
    blocks.map((block) => cleanText(block[key])).find((text) => text !== null) ?? null;
  const keywords = blocks
    .flatMap((block) => block.keywords ?? [])
    .map(cleanText)
    .filter((keyword) => keyword !== null)
    .map((keyword) => keyword.slice(0, MAX_KEYWORD).trim());
  return {
    takenAt: first('takenAt'),
    camera: first('camera'),
    lens: first('lens'),
    title: first('title'),
    author: first('author'),
    description: first('description'),
    keywords: [...new Set(keywords)].slice(0, MAX_KEYWORDS),
  };
}

/** Runs a reader of metadata: a broken block says nothing, and never fails the file. */
export function factsOrNone(read: () => Facts): Facts {
  try {
    return read();
  } catch {
    return {};
  }
}

/** Without control characters and blank ends; null when nothing is left. */
export function cleanText(text: string | null | undefined): string | null {
  if (!text) return null;
  // eslint-disable-next-line no-control-regex -- exactly these are to go
  const clean = text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f\ufeff\ufffd]/g, ' ').trim();
  return clean === '' ? null : clean.slice(0, MAX_TEXT);
}
