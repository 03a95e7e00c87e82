import type { WorkTable } from '../work-table';
import { SwatchColumn, type PackedSwatches } from './swatch-column';
import { TextColumn, type PackedTexts } from './text-column';

/** A table as it is posted to another thread: numbers in shared memory, so that nothing of weight is copied. */
export interface PackedTable extends Omit<
  WorkTable,
  'rowOf' | 'hashes' | 'fileNames' | 'dates' | 'swatches'
> {
  readonly hashes: PackedTexts;
  readonly fileNames: PackedTexts;
  readonly dates: PackedTexts;
  readonly swatches: PackedSwatches;
}

/** A table whose columns lie in shared memory, as `loadWorkTable` makes it. */
export interface SharedWorkTable extends WorkTable {
  readonly hashes: TextColumn;
  readonly fileNames: TextColumn;
  readonly dates: TextColumn;
  readonly swatches: SwatchColumn;
}

export function packTable({ rowOf: _, ...table }: SharedWorkTable): PackedTable {
  const { hashes, fileNames, dates, swatches } = table;
  return {
    ...table,
    hashes: hashes.packed,
    fileNames: fileNames.packed,
    dates: dates.packed,
    swatches: swatches.packed,
  };
}

export function unpackTable(packed: PackedTable): SharedWorkTable {
  return {
    ...packed,
    rowOf: new Map(Array.from(packed.ids, (id, row) => [id, row])),
    hashes: new TextColumn(packed.hashes),
    fileNames: new TextColumn(packed.fileNames),
    dates: new TextColumn(packed.dates),
    swatches: new SwatchColumn(packed.swatches),
  };
}
