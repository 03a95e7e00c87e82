import type { Database } from './database';
import type { WorkTable } from './work-table';
import { forEachYielding } from './yielding';

/** Rows between two turns of everything else: some milliseconds. */
const STRETCH = 4000;

/** What the table of measured works leaves to the catalogue, row by row as in the table. */
export interface WorkFacts {
  /** Pixels on the longer side. */
  readonly longSides: Uint32Array;
  /** As the active profile gave them, 0 for none. */
  readonly ratings: Uint8Array;
}

/** Reads sizes and ratings without ever holding the process up for long. */
export async function readWorkFacts(
  reader: Database,
  { ids, rowOf }: Pick<WorkTable, 'ids' | 'rowOf'>,
): Promise<WorkFacts> {
  const longSides = new Uint32Array(ids.length);
  const ratings = new Uint8Array(ids.length);
  const walk = reader.walk<[number, number, number, number]>(
    'SELECT id, width, height, rating FROM artworks WHERE visible = 1',
  );
  await forEachYielding(walk, STRETCH, ([id, width, height, rating]) => {
    const row = rowOf.get(id);
    if (row === undefined) return;
    longSides[row] = Math.max(width, height);
    ratings[row] = rating;
  });
  return { longSides, ratings };
}
