import type { Direction, NextAnswer } from '../../../contract';
import type { WorkTable } from '../../storage/work-table';
import type { Taste } from '../taste';
import { paletteDirections } from './palette-directions';
import { styleDirections, type StyleRegions } from './style-directions';
import type { Oklab } from '../../kernel/oklab';

const FEWEST_LIKED = 3;

/** What others know of the library, and words for a colour. */
export interface NextContext extends StyleRegions {
  colourName(lab: Oklab): string;
}

/**
 * Where a profile could go next: regions of style and of colour in which the library has few works and that lie beside what
 * the profile loves most. Nothing below three liked works.
 */
export function nextDirections(table: WorkTable, taste: Taste, context: NextContext): NextAnswer {
  const loved = new Map([...taste.liked].filter(([id]) => table.rowOf.has(id)));
  const needs = Math.max(0, FEWEST_LIKED - loved.size);
  if (needs > 0) return { directions: [], liked: loved.size, needs };
  const directions: Direction[] = [
    ...styleDirections(table, loved, context),
    ...paletteDirections(table, loved, context.colourName),
  ];
  return { directions, liked: loved.size, needs };
}
