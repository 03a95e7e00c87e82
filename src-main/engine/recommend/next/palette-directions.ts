import type { Direction } from '../../../contract';
import { hexOf, oklabToSrgb, type Oklab } from '../../kernel/oklab';
import type { WorkTable } from '../../storage/work-table';
import { besideCells, cellShares, CELLS, middleOf } from './colour-cells';

/** A work lives by a colour from this share of its area on. */
const LIVES_BY = 0.2;
/** Share of the liked works' colour from which a family counts as loved. */
const LOVED = 0.06;
/** A family is little explored up to this part of the works beside it. */
const LITTLE = 1 / 3;
const FEWEST_BESIDE = 3;
const LEAST_TRACE = 0.04;
const SHOWN = 4;
const MOST = 3;

interface Candidate {
  cell: number;
  beside: number;
  worth: number;
}

/**
 * Families of colours with few works that lie beside a loved one: the next hue either way, or the same darker or
 * lighter. The emptier, and the more loved what it lies beside, the earlier; each loved family is named once.
 */
export function paletteDirections(
  table: WorkTable,
  loved: ReadonlyMap<number, number>,
  colourName: (lab: Oklab) => string,
): Direction[] {
  const shares = Array.from(table.ids, (_, row) => cellShares(table.swatches.at(row) ?? []));
  const counts = Array.from(
    { length: CELLS },
    (_, cell) => shares.filter((own) => own[cell]! >= LIVES_BY).length,
  );
  const love = lovedShares(table, shares, loved);
  const named = (lab: Oklab) => ({ hex: hexOf(oklabToSrgb(...lab)), name: colourName(lab) });
  const likedIds = new Set(loved.keys());
  return candidates(counts, love).map(({ cell, beside }) => ({
    kind: 'palette',
    ...named(middleOf(cell)),
    beside: named(middleOf(beside)),
    count: counts[cell]!,
    besideCount: counts[beside]!,
    works: richest(table, shares, cell, () => true),
    from: richest(table, shares, beside, (id) => likedIds.has(id)),
  }));
}

/** Mean share of each family in the liked works, each by its weight. */
function lovedShares(
  table: WorkTable,
  shares: readonly Float64Array[],
  loved: ReadonlyMap<number, number>,
): Float64Array {
  const love = new Float64Array(CELLS);
  const total = [...loved.values()].reduce((sum, weight) => sum + weight, 0);
  for (const [id, weight] of loved) {
    const own = shares[table.rowOf.get(id) ?? -1];
    own?.forEach((share, cell) => (love[cell]! += (weight * share) / total));
  }
  return love;
}

function candidates(counts: readonly number[], love: Float64Array): Candidate[] {
  const all: Candidate[] = [];
  for (let beside = 0; beside < CELLS; beside++) {
    if (love[beside]! < LOVED || counts[beside]! < FEWEST_BESIDE) continue;
    for (const cell of besideCells(beside)) {
      const part = counts[cell]! / counts[beside]!;
      if (part <= LITTLE && love[cell]! < LOVED)
        all.push({ cell, beside, worth: love[beside]! * (1 - part) });
    }
  }
  all.sort((a, b) => b.worth - a.worth || a.cell - b.cell);
  return all
    .filter(
      ({ cell, beside }, at) =>
        all.findIndex((it) => it.cell === cell) === at &&
        all.findIndex((it) => it.beside === beside) === at,
    )
    .slice(0, MOST);
}

/** Works with the largest share of a family, at least a trace of it. */
function richest(
  { ids }: WorkTable,
  shares: readonly Float64Array[],
  cell: number,
  counts: (id: number) => boolean,
): number[] {
  return Array.from(ids, (id, row) => ({ id, share: shares[row]![cell]! }))
    .filter(({ id, share }) => share >= LEAST_TRACE && counts(id))
    .sort((a, b) => b.share - a.share || a.id - b.id)
    .slice(0, SHOWN)
    .map(({ id }) => id);
}
