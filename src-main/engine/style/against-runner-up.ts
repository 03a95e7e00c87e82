import { TRAIT_IDS, type StyleAnswer, type TelltaleTrait } from '../../contract';
import { ranksOf } from '../kernel/column-ranks';
import { quantile } from '../kernel/statistics';
import type { WorkTable } from '../storage/work-table';
import type { Learner } from './learner';

const MOST = 3;
/** A median of fewer works says nothing. */
const FEWEST = 2;
/** Percentiles by which the examples of the two labels must differ in a trait. */
const APART = 15;
/** Percentiles by which the work must be nearer to the one than to the other. */
const NEARER = 10;

/**
 * What is measured that speaks for the likeliest label against the runner-up: traits in which the examples of the two
 * differ and the work stands with those of the first, the most telling first. All are percentiles within the library.
 * It is no part of the decision, which is made on vectors; it shows the eye where to look. Null where the examples are not
 * in this library, and with a single label.
 */
export function againstRunnerUp(
  table: WorkTable,
  learner: Learner,
  row: number,
  probabilities: StyleAnswer['probabilities'],
): StyleAnswer['against'] {
  const [label, runnerUp] = probabilities.map((one) => one.label);
  if (label === undefined || runnerUp === undefined) return null;
  const firsts = exampleRows(table, learner, label, row);
  const seconds = exampleRows(table, learner, runnerUp, row);
  if (firsts.length < FEWEST || seconds.length < FEWEST) return null;
  const here = ranksOf(table.traits).at(row);
  const [first, second] = [mediansOf(table, firsts), mediansOf(table, seconds)];
  const traits = TRAIT_IDS.map((id, column) => ({
    id,
    percentile: here[column]!,
    label: first[column]!,
    runnerUp: second[column]!,
  }));
  const telling = traits
    .filter((trait) => Math.abs(trait.label - trait.runnerUp) >= APART && leadOf(trait) >= NEARER)
    .sort((a, b) => leadOf(b) - leadOf(a));
  return { label, runnerUp, traits: telling.slice(0, MOST) };
}

/** How much nearer the work stands to the examples of the first label than to those of the second. */
function leadOf({ percentile, label, runnerUp }: TelltaleTrait): number {
  return Math.abs(percentile - runnerUp) - Math.abs(percentile - label);
}

/** The examples of a label that are in this library; the work itself is no witness. */
function exampleRows(table: WorkTable, learner: Learner, label: string, itself: number): number[] {
  const carries = learner.carries[learner.labels.indexOf(label)] ?? [];
  return learner.ids.flatMap((id, i) => {
    const row = carries[i] ? table.rowOf.get(id) : undefined;
    return row === undefined || row === itself ? [] : [row];
  });
}

function mediansOf({ traits }: WorkTable, rows: readonly number[]): number[] {
  const ranks = rows.map((row) => ranksOf(traits).at(row));
  return TRAIT_IDS.map((_, column) =>
    quantile(
      ranks.map((rank) => rank[column]!),
      0.5,
    ),
  );
}
