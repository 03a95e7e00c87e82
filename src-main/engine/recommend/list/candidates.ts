import type { WorkTable } from '../../storage/work-table';
import { contentScores, type ContentModel } from '../content/content-model';
import { measuredRowsOf } from '../profile/taste-vector';
import type { Taste } from '../taste';

/** A work that may be suggested. */
export interface Candidate {
  row: number;
  /** By the content model: about 1 for what is liked, 0 for the library's mean. */
  affinity: number;
}

/** Everything that may be suggested, most wanted first. */
export function openCandidates(table: WorkTable, taste: Taste, model: ContentModel): Candidate[] {
  const rows = measuredRowsOf(table);
  const scores = contentScores(table, model, rows);
  const open: Candidate[] = [];
  rows.forEach((row, i) => {
    if (!taste.judged.has(table.ids[row]!)) open.push({ row, affinity: scores[i]! });
  });
  return open.sort((a, b) => b.affinity - a.affinity || a.row - b.row);
}
