import { HashIndex } from '../kernel/hash-index';
import { hammingDistance } from '../kernel/perceptual-hash';
import { remember } from '../kernel/remember';
import { dotRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';

const BITS = 7;
/** Pictures with hardly any form have like hashes by chance; then the style tells them apart. */
const STYLE = 0.8;

/** Whether two works show one picture, in the same or in other colours: one of them is enough in a list. */
export function isSamePicture(table: WorkTable, a: number, b: number): boolean {
  const bits = hammingDistance(table.perceptual[a] ?? 0n, table.perceptual[b] ?? 0n);
  return bits <= BITS && isAlike(table, a, b);
}

function isAlike({ style: { data, dim } }: WorkTable, a: number, b: number): boolean {
  return dotRows(data, a, data, b, dim) >= STYLE;
}

const hashesOf = remember(({ perceptual }: WorkTable) => {
  const index = new HashIndex(perceptual, BITS);
  for (let row = 0; row < perceptual.length; row++) index.add(row);
  return index;
});

/**
 * Keeps the rows that show a picture none before them and no known work shows.
 *
 * @param isKnown of a row of the table: however many are known, only like pictures are asked about; none when left out
 */
export function withoutRepeats(
  table: WorkTable,
  rows: Iterable<number>,
  most: number,
  isKnown?: (row: number) => boolean,
): number[] {
  const kept: number[] = [];
  for (const row of rows) {
    if (kept.length >= most) break;
    if (isKnown && showsKnown(table, row, isKnown)) continue;
    if (!kept.some((other) => isSamePicture(table, row, other))) kept.push(row);
  }
  return kept;
}

function showsKnown(table: WorkTable, row: number, isKnown: (row: number) => boolean): boolean {
  let isFound = false;
  hashesOf(table).near(row, (other) => {
    isFound ||= isKnown(other) && isAlike(table, row, other);
  });
  return isFound;
}
