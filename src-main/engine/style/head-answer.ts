import type { StyleAnswer } from '../../contract';
import type { ModelHead } from '../../contract/manifest';
import type { WorkTable } from '../storage/work-table';
import { distinctiveTraits } from './trait-ranks';

export interface HeadReading {
  head: ModelHead;
  /** Calibrated, one per label in the manifest's order. */
  probabilities: ArrayLike<number>;
  /** False when the head's energy score said that the work is unlike all it has learnt. */
  familiar?: boolean;
}

/**
 * What a model's head says of a work. Below the head's threshold, or on unfamiliar ground, the decision is null:
 * 'not sure'. `nearest` is empty, as a head's training works are not in the library.
 *
 * @throws RangeError when there are not as many probabilities as labels
 */
export function headAnswer(table: WorkTable, id: number, reading: HeadReading): StyleAnswer {
  const { head, probabilities, familiar = true } = reading;
  if (probabilities.length !== head.labels.length)
    throw new RangeError(
      `Expected ${head.labels.length} probabilities but received ${probabilities.length}`,
    );
  const ordered = head.labels
    .map((label, i) => ({ label, p: probabilities[i] ?? 0 }))
    .sort((a, b) => b.p - a.p);
  const first = ordered[0];
  const row = table.rowOf.get(id);
  return {
    decision: familiar && first && first.p >= head.threshold ? first.label : null,
    probabilities: ordered,
    nearest: [],
    traits: row === undefined ? [] : distinctiveTraits(table, row),
  };
}
