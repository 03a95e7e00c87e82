import { constants } from 'node:fs';
import { copyFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { EngineError, type ArtworkCard, type FittingWork } from '../../contract';
import { originalOf } from '../catalogue/originals';
import { cardsOf } from '../storage/gallery/cards';
import { csvCell } from './csv-cell';
import type { EngineContext } from './engine-context';

/** Spreadsheets read UTF-8 as such only after this mark. */
const BYTE_ORDER_MARK = '\uFEFF';
const COLUMNS = [
  'place',
  'title',
  'file',
  'width',
  'height',
  'date',
  'rating',
  'labels',
  'fit',
  'fit images',
  'fit palette',
  'fit words',
  'palette',
];
const LONGEST_NAME = 80;

/** A work of a set with what is known of it. */
export interface SetWork {
  readonly card: ArtworkCard;
  readonly work: FittingWork;
}

/** The works of a set with their cards, in its order; those that are gone are left out. */
export function cardsOfSet({ catalogue }: EngineContext, set: readonly FittingWork[]): SetWork[] {
  const cards = new Map(
    cardsOf(
      catalogue,
      set.map(({ id }) => id),
    ).map((card) => [card.id, card]),
  );
  return set.flatMap((work) => {
    const card = cards.get(work.id);
    return card ? [{ card, work }] : [];
  });
}

/** The set as a table for a spreadsheet (RFC 4180, UTF-8 with byte order mark): one row a work. */
export function setAsCsv(set: readonly SetWork[]): string {
  const share = (value: number | null): string => (value === null ? '' : value.toFixed(3));
  const rows = set.map(({ card, work: { fit, parts } }, place) => [
    place + 1,
    card.title,
    card.fileName,
    card.width,
    card.height,
    card.dated ? card.date.slice(0, 10) : '',
    card.rating || '',
    card.labels.join('; '),
    share(fit),
    share(parts.images),
    share(parts.palette),
    share(parts.words),
    card.palette.map(({ hex }) => hex).join(' '),
  ]);
  const lines = [COLUMNS, ...rows].map((row) => row.map(csvCell).join(','));
  return BYTE_ORDER_MARK + [...lines, ''].join('\r\n');
}

/**
 * Copies the originals of a set into a folder, numbered in its order. Nothing that lies there is overwritten: a name
 * that is taken gets a number.
 *
 * @throws EngineError 'folder/not-found', 'folder/not-a-folder', 'export/failed'
 */
export async function copyOriginals(
  { catalogue }: EngineContext,
  set: readonly SetWork[],
  folder: string,
): Promise<{ copied: number; missing: number }> {
  const stats = await stat(folder).catch(() => null);
  if (!stats) throw new EngineError('folder/not-found', 'Expected a folder', { path: folder });
  if (!stats.isDirectory())
    throw new EngineError('folder/not-a-folder', 'Expected a folder', { path: folder });
  const digits = Math.max(2, String(set.length).length);
  let copied = 0;
  for (const [place, { card }] of set.entries()) {
    const path = presentOriginal(catalogue, card);
    if (path === null) continue;
    const number = String(place + 1).padStart(digits, '0');
    await copyBeside(path, folder, `${number} ${safeName(card.title)}`);
    copied++;
  }
  return { copied, missing: set.length - copied };
}

function presentOriginal(
  catalogue: EngineContext['catalogue'],
  { id }: ArtworkCard,
): string | null {
  try {
    return originalOf(catalogue, id);
  } catch {
    return null;
  }
}

async function copyBeside(path: string, folder: string, name: string): Promise<void> {
  for (let n = 1; ; n++) {
    const target = join(folder, `${name}${n > 1 ? ` (${n})` : ''}${extname(path).toLowerCase()}`);
    try {
      return await copyFile(path, target, constants.COPYFILE_EXCL);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      if (code !== 'EEXIST') throw new EngineError('export/failed', message, { path: target });
    }
  }
}

/** Without what some file system does not allow in a name. */
function safeName(title: string): string {
  // eslint-disable-next-line no-control-regex -- exactly these are to go
  const safe = title.replaceAll(/[<>:"/\\|?*\u0000-\u001f]/g, ' ').replaceAll(/\s+/g, ' ');
  return [...safe.trim().replace(/[. ]+$/, '')].slice(0, LONGEST_NAME).join('') || '-';
}
