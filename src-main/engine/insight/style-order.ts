import { remember } from '../kernel/remember';
import type { WorkTable } from '../storage/work-table';
import { clustersOf } from './clusters';

/**
 * All works so that neighbours in style stand side by side: cluster by cluster, the works nearest to a
 * cluster's centre first. Works without a style vector come last.
 *
 * @returns ids of every work in the table, each once
 */
export const styleOrderOf = remember((table: WorkTable): Uint32Array => {
  const ordered = new Set(clustersOf(table).clusters.flatMap(({ works }) => works));
  for (const id of table.ids) ordered.add(id);
  return Uint32Array.from(ordered);
});
