import type { Axis, Swap } from '../../contract';
import { matchBrief, swapsFor, type BriefQuestion } from '../recommend/artist';
import type { WorkTable } from '../storage/work-table';
import { learnStyles, type GivenLabel } from '../style';
import type { TaskTurn } from './task-turn';

export interface BriefInput {
  readonly question: BriefQuestion;
  /** Every label a person gave. */
  readonly labels: readonly GivenLabel[];
  /** What styles are learnt from. */
  readonly learnAxis: Axis;
}

export interface BriefOutput extends Awaited<ReturnType<typeof matchBrief>> {
  /** Words of the brief that are said of no work. */
  readonly unsaid: string[];
}

export async function runBrief(
  table: WorkTable,
  input: BriefInput,
  between: TaskTurn,
): Promise<BriefOutput> {
  const complete = await withLearntStyles(table, input, between);
  const unsaid = complete.wishes.words.filter(({ works }) => works.size === 0);
  const answer = await matchBrief(table, complete, between);
  return { ...answer, unsaid: unsaid.map(({ word }) => word) };
}

export async function runSwaps(
  table: WorkTable,
  input: BriefInput & { work: number; limit: number },
  between: TaskTurn,
): Promise<Swap[]> {
  const complete = await withLearntStyles(table, input, between);
  return swapsFor(table, complete, input.work, input.limit, between);
}

/** A word that names a learnt style is said of the works, too, that the app itself puts there. */
async function withLearntStyles(
  table: WorkTable,
  { question, labels, learnAxis }: BriefInput,
  between: TaskTurn,
): Promise<BriefQuestion> {
  const { words } = question.wishes;
  const meant = words.map(({ word }) => labelsSaying(word, labels));
  if (meant.every(({ size }) => size === 0)) return question;
  const learnt = learnStyles(table, labels, learnAxis);
  const more = words.map((): number[] => []);
  for (const [row, id] of table.ids.entries()) {
    const decision = learnt.decide(id);
    if (decision !== null) meant.forEach((names, i) => names.has(decision) && more[i]?.push(id));
    await between(row, table.ids.length);
  }
  return {
    ...question,
    wishes: {
      ...question.wishes,
      words: words.map(({ word, works }, i) => ({
        word,
        works: new Set([...works, ...(more[i] ?? [])]),
      })),
    },
  };
}

function labelsSaying(word: string, labels: readonly GivenLabel[]): Set<string> {
  const wanted = word.toLocaleLowerCase();
  const names = new Set(labels.map(({ label }) => label));
  return new Set([...names].filter((name) => name.toLocaleLowerCase().includes(wanted)));
}
