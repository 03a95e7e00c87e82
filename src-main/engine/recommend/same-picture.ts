import { hammingDistance } from '../kernel/perceptual-hash';
import { dotRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';

const BITS = 7;
/** Pictures with hardly any form have like hashes by chance; then the style tells them apart. */
const STYLE = 0.8;

/** Whether two works show one picture, in the same or in other colours: one of them is enough in a list. */
export function isSamePicture(table: WorkTable, a: number, b: number): boolean {
  const { data, dim } = table.style;
  return (
    hammingDistance(table.perceptual[a] ?? 0n, table.perceptual[b] ?? 0n) <= BITS &&
    dotRows(data, a, data, b, dim) >= STYLE
  );
}

/** Keeps the rows that show a picture none before them and none of the `known` shows. */
export function withoutRepeats(
  table: WorkTable,
  rows: Iterable<number>,
  known: readonly number[],
  most: number,
): number[] {
  const kept: number[] = [];
  for (const row of rows) {
    if (kept.length >= most) break;
    const repeats = (other: number) => isSamePicture(table, row, other);
    if (!known.some(repeats) && !kept.some(repeats)) kept.push(row);
  }
  return kept;
}
