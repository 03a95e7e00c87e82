import type { FitParts, FittingWork } from '../../../contract';
import { paletteFit } from '../../kernel/palette-fit';
import type { Oklab } from '../../kernel/oklab';
import type { WorkTable } from '../../storage/work-table';
import { moodFit, type MoodImage } from './image-fit';
import { wordFit, type SaidWord, type TextLook } from './word-fit';

/** Works between two turns of everything else. */
const STRETCH = 500;

/** What a brief asks for, made ready to be put to a library. */
export interface Wishes {
  readonly images: readonly MoodImage[];
  /** The place of each of `images` in the brief, of which some may be lost. */
  readonly places: readonly number[];
  readonly palette: readonly Readonly<Oklab>[];
  readonly words: readonly SaidWord[];
  readonly look: TextLook | null;
}

/** A work with its fit. */
export interface RankedWork extends FittingWork {
  readonly row: number;
}

/**
 * The works by how well they fit a brief, the best first, of equals the one with the lower id. The fit is the mean of the
 * parts that the brief asks for; a brief that asks for nothing fits everything.
 *
 * @param rows of the works that come into question
 * @param between lets everything else have its turn
 */
export async function rankWorks(
  table: WorkTable,
  wishes: Wishes,
  rows: ArrayLike<number>,
  between: (done: number, total: number) => Promise<void>,
): Promise<RankedWork[]> {
  const mood = wishes.images.length > 0 ? moodFit(table, wishes.images) : null;
  const words = wordFit(table, wishes.words, wishes.look);
  const ranked: RankedWork[] = [];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const near = mood?.(row);
    const { fit: saidFit, said } = words(row);
    const parts: FitParts = {
      images: near?.fit ?? null,
      palette:
        wishes.palette.length > 0 ? paletteFit(wishes.palette, table.swatches.at(row) ?? []) : null,
      words: saidFit,
    };
    const nearest = near ? (wishes.places[near.nearest] ?? null) : null;
    ranked.push({ row, id: table.ids[row] ?? 0, fit: meanOf(parts), parts, nearest, said });
    if (i % STRETCH === STRETCH - 1) await between(i, rows.length);
  }
  return ranked.sort((a, b) => b.fit - a.fit || a.id - b.id);
}

function meanOf(parts: FitParts): number {
  const asked = Object.values(parts).filter((part) => part !== null);
  return asked.length > 0 ? asked.reduce((sum, part) => sum + part, 0) / asked.length : 1;
}
