import type { DuplicateGroup } from '../../contract';
import { hashNeighbours } from '../kernel/hash-neighbours';
import { remember } from '../kernel/remember';
import { UnionFind } from '../kernel/union-find';
import { dotRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';

/** Bits of the perceptual hash that may differ between two renderings of one picture; unrelated ones differ in 14 and more. */
const NEAR_BITS = 10;
/** Without a like palette to confirm it, the hash must agree better. */
const VARIANT_BITS = 7;
const SAME_PALETTE = 0.9;
const SAME_STYLE = 0.9;

interface Pair {
  i: number;
  j: number;
  similarity: number;
}

/**
 * Works that show one picture, told apart by what differs: 'near' is the same picture again (re-saved, resized,
 * retouched), 'variant' the same composition in other colours. Both agree in the perceptual hash, which sees only the
 * large forms of the luminance; near ones also agree in palette and style. Chains are joined into groups. No pair is
 * measured that does not share a piece of the hash, so that 100,000 works take seconds.
 */
export const relatedWorksOf = remember((table: WorkTable): DuplicateGroup[] => {
  const near: Pair[] = [];
  const variants: Pair[] = [];
  hashNeighbours(table.perceptual, NEAR_BITS, (i, j, bits) => {
    // a hash of 0 stands for a picture without any form, which nothing can be a variant of
    if (table.perceptual[i] === 0n || table.perceptual[j] === 0n) return;
    const pair = { i, j, similarity: 1 - bits / 64 };
    const palette = dotRows(table.palette.data, i, table.palette.data, j, table.palette.dim);
    if (palette < SAME_PALETTE && bits <= VARIANT_BITS) variants.push(pair);
    else if (palette >= SAME_PALETTE && styleCosine(table, i, j) >= SAME_STYLE) near.push(pair);
  });
  return [...grouped(table, near, 'near'), ...grouped(table, variants, 'variant')];
});

/**
 * All groups of a portfolio's duplicates.
 *
 * @param exactCopies works of which several identical files lie in the folders
 */
export function duplicatesOf(table: WorkTable, exactCopies: readonly number[]): DuplicateGroup[] {
  const exact = exactCopies
    .filter((id) => table.rowOf.has(id))
    .map((id): DuplicateGroup => ({ relation: 'exact', works: [id], similarity: 1 }));
  return [...exact, ...relatedWorksOf(table)];
}

function styleCosine(table: WorkTable, i: number, j: number): number {
  return dotRows(table.style.data, i, table.style.data, j, table.style.dim);
}

function grouped(
  table: WorkTable,
  pairs: readonly Pair[],
  relation: 'near' | 'variant',
): DuplicateGroup[] {
  const sets = new UnionFind(table.ids.length);
  for (const { i, j } of pairs) sets.join(i, j);
  const least = new Map<number, number>();
  for (const { i, similarity } of pairs)
    least.set(sets.find(i), Math.min(similarity, least.get(sets.find(i)) ?? 1));
  return sets.groups().map((rows) => ({
    relation,
    works: rows.map((row) => table.ids[row]!),
    similarity: least.get(sets.find(rows[0]!)) ?? 0,
  }));
}
