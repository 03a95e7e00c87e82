import type { ArtworkId, Sequence } from '../../../contract';
import { shortPath } from '../../kernel/short-path';
import { hasVector } from '../../kernel/vector-rows';
import { mean } from '../../kernel/statistics';
import type { WorkTable } from '../../storage/work-table';
import { likeness } from '../closeness';

export interface FlowOptions {
  /** Works to begin and to end with. */
  first?: ArtworkId | undefined;
  last?: ArtworkId | undefined;
}

/**
 * Orders works so that neighbours flow: a short path through them, a step being as long as the two are unlike in style,
 * subject and palette. Works that are not measured come last, as they stood.
 */
export function flowingOrder(
  table: WorkTable,
  works: readonly ArtworkId[],
  { first, last }: FlowOptions,
): Sequence {
  const { data, dim } = table.style;
  const rowOf = (id: ArtworkId): number => table.rowOf.get(id) ?? -1;
  const isMeasured = (id: ArtworkId): boolean =>
    rowOf(id) >= 0 && dim > 0 && hasVector(data, dim, rowOf(id));
  const measured = works.filter(isMeasured);
  const rows = measured.map(rowOf);
  const placeOf = (id: ArtworkId | undefined): number | undefined => {
    const place = id === undefined ? -1 : measured.indexOf(id);
    return place < 0 ? undefined : place;
  };
  const begin = placeOf(first);
  const end = placeOf(last);
  const path = shortPath(distances(table, rows), rows.length, {
    first: begin,
    last: end === begin ? undefined : end,
  });
  const ordered = path.map((i) => measured[i]!);
  return sequenceOf(table, [...ordered, ...works.filter((id) => !isMeasured(id))]);
}

/** The order as it is, measured. */
export function sequenceOf(table: WorkTable, works: readonly ArtworkId[]): Sequence {
  const { data, dim } = table.style;
  const rows = works.map((id) => table.rowOf.get(id) ?? -1);
  const isMeasured = (row: number): boolean => row >= 0 && dim > 0 && hasVector(data, dim, row);
  const steps = rows.slice(1).map((row, i) => {
    const before = rows[i]!;
    return isMeasured(before) && isMeasured(row) ? likeness(table, before, row) : null;
  });
  const known = steps.filter((step) => step !== null);
  return { works: [...works], likeness: steps, mean: known.length > 0 ? mean(known) : null };
}

function distances(table: WorkTable, rows: readonly number[]): Float32Array {
  const n = rows.length;
  const between = new Float32Array(n * n);
  for (let i = 1; i < n; i++)
    for (let j = 0; j < i; j++)
      between[i * n + j] = between[j * n + i] = 1 - likeness(table, rows[i]!, rows[j]!);
  return between;
}
