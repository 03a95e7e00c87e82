import type { HeadAnswer } from '../../contract';
import type { HeadDecision } from '../inference/head-decision';
import type { WorkTable } from '../storage/work-table';
import { distinctiveTraits } from './trait-ranks';

/**
 * What a model's head says of a work. `nearest` is empty, as a head's training works are not in the library.
 *
 * @param id of the work; one that is not in the table has no traits
 */
export function headAnswer(table: WorkTable, id: number, reading: HeadDecision): HeadAnswer {
  const { decision, labels, probabilities, verdict } = reading;
  const row = table.rowOf.get(id);
  return {
    decision,
    labels,
    probabilities,
    verdict,
    nearest: [],
    against: null,
    traits: row === undefined ? [] : distinctiveTraits(table, row),
  };
}
