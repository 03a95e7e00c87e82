import type { Suggestion } from '../../contract';
import { evenlySpaced } from '../kernel/evenly-spaced';
import { farthestPointOrder } from '../kernel/farthest-point';
import { gatherRows } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';
import { coverReason } from './reasons';
import { measuredRowsOf } from './profile/taste-vector';
import { withoutRepeats } from './same-picture';
import type { Taste } from './taste';

const SPARE = 2;
const MOST_MEASURED = 2000;

/**
 * What to show while nothing is liked yet: works that are as different from one another as the library allows (of a
 * large one 2,000 evenly spaced works are looked at), each standing for its neighbours. Works the person turned away from, and other renderings of them, stay away.
 */
export function coverOf(
  table: WorkTable,
  taste: Pick<Taste, 'judged'>,
  limit: number,
): Suggestion[] {
  const candidates = measuredRowsOf(table);
  const sample = evenlySpaced(candidates.length, MOST_MEASURED).map((i) => candidates[i]!);
  const open = sample.filter((row) => !taste.judged.has(table.ids[row]!));
  const { data, dim } = table.style;
  const order = farthestPointOrder(gatherRows(data, dim, open), dim, limit * SPARE);
  const rows = withoutRepeats(
    table,
    [...order].map((i) => open[i]!),
    limit,
    (row) => taste.judged.has(table.ids[row]!),
  );
  return rows.map((row) => ({
    id: table.ids[row]!,
    score: 0,
    reason: coverReason(table, row, sample),
  }));
}
