import type { Catalogue } from './catalogue';
import type { VectorKind } from './repositories/vectors';
import { VectorColumn } from './table/table-builder';
import type { VectorTable, WorkTable } from './work-table';
import { forEachYielding } from './yielding';

/** Rows between two turns of everything else: some milliseconds. */
const STRETCH = 250;

/**
 * Reads one more kind of vectors for the works of a table, row by row as in the table. Kinds that are seldom asked
 * for are not part of the table: at 250,000 works 512 values each take half a gigabyte.
 */
export async function loadVectorColumn(
  { reader }: Catalogue,
  { hashes }: WorkTable,
  modelId: string,
  kind: VectorKind,
): Promise<VectorTable> {
  const rows = new Map<string, number>();
  for (let row = 0; row < hashes.length; row++) rows.set(hashes.at(row) ?? '', row);
  const column = new VectorColumn(hashes.length);
  const vectors = reader.walk<[string, Uint8Array]>(
    'SELECT hash, data FROM vectors WHERE model_id = ? AND kind = ? ORDER BY id',
    modelId,
    kind,
  );
  await forEachYielding(vectors, STRETCH, ([hash, data]) => {
    const row = rows.get(hash);
    if (row !== undefined) column.set(row, data);
  });
  return column.finish();
}
