import type {
  ArtworkId,
  Axis,
  NextAnswer,
  PairRanking,
  ParsedInput,
  Portfolio,
  Proof,
  ReviewOrder,
  ReviewQueue,
  Sequence,
  Signal,
  StyleMap,
  TasteComparison,
  TasteProfile,
  Swap,
} from '../../contract';
import {
  clustersOf,
  likenessOrder,
  mapPoints,
  placedMap,
  portfolioCsv,
  portfolioOf,
  styleOrderOf,
  type LayoutTask,
} from '../insight';
import {
  fitTogether,
  pairRanking,
  proveSuggestions,
  type ProofSource,
  type TogetherModel,
  type TogetherRows,
} from '../recommend';
import type { VectorTable, WorkTable } from '../storage/work-table';
import {
  judgeBy,
  learn,
  learnStyles,
  reviewQueue,
  type GivenLabel,
  type Learner,
  type Learnt,
} from '../style';
import { flowingOrder, sequenceOf } from '../recommend/artist';
import type { Taste } from '../recommend/taste';
import { runDirections, runRetireFacts, type RetireFacts } from './artist-tasks';
import { runBrief, runSwaps, type BriefInput, type BriefOutput } from './brief-task';
import { measureQuality, type QualityInput, type QualityOutput } from './quality-task';
import {
  describeTaste,
  describeTwoTastes,
  introductionWorks,
  type IntroductionInput,
  type TasteInput,
} from './taste-task';
import type { TaskTurn } from './task-turn';

/** What the works of a group are alike in. */
interface Grouped {
  axis: Axis;
}

/** What gives a work its style. */
interface Taught {
  /** Every label a person gave, in the catalogue's order. */
  labels: readonly GivenLabel[];
  /** What styles are learnt from. */
  learnAxis: Axis;
}

type Named = Grouped & Taught;

interface ReviewInput {
  learner: Learner;
  order: ReviewOrder;
  limit: number;
  /** Works that are not asked about. */
  settled: Uint32Array;
}

/** What the insight thread is asked: the name of a task, what it needs besides the table, and what it answers. */
export interface InsightTasks {
  clusterWorks: { input: Grouped & { cluster: number }; output: ArtworkId[] };
  styleOrder: { input: undefined; output: Uint32Array };
  likenessOrder: { input: { query: Float32Array; space: VectorTable }; output: ArtworkId[] };
  portfolio: { input: Named & { exactCopies: readonly ArtworkId[] }; output: Portfolio };
  csv: { input: Named; output: string };
  mapPoints: { input: Grouped; output: LayoutTask };
  placedMap: { input: Grouped & { positions: Float32Array<ArrayBuffer> }; output: StyleMap };
  quality: { input: QualityInput; output: QualityOutput };
  learn: { input: { given: readonly GivenLabel[]; axis: Axis }; output: Learnt };
  review: { input: ReviewInput; output: ReviewQueue };
  taste: { input: Taught & { taste: TasteInput }; output: TasteProfile };
  twoTastes: { input: Taught & { a: TasteInput; b: TasteInput }; output: TasteComparison };
  introduction: { input: IntroductionInput; output: ArtworkId[] };
  proof: { input: ProofSource; output: Proof };
  together: { input: TogetherRows; output: TogetherModel | null };
  pairRanking: {
    input: { choices: readonly Signal[]; among: readonly ArtworkId[] | null };
    output: PairRanking;
  };
  brief: { input: BriefInput; output: BriefOutput };
  briefSwaps: { input: BriefInput & { work: ArtworkId; limit: number }; output: Swap[] };
  sequence: { input: ParsedInput<'sequence.order'>; output: Sequence };
  directions: { input: { taste: Taste }; output: NextAnswer };
  retireFacts: { input: undefined; output: RetireFacts };
}

export type InsightTask = keyof InsightTasks;

type Runners = {
  [T in InsightTask]: (
    table: WorkTable,
    input: InsightTasks[T]['input'],
    between: TaskTurn,
  ) => InsightTasks[T]['output'] | Promise<InsightTasks[T]['output']>;
};

/** The tasks as plain functions; what they derive from a table is remembered with the table. */
export const INSIGHT_TASKS: Runners = {
  clusterWorks: (table, { axis, cluster }) =>
    clustersOf(table, axis).clusters[cluster]?.works ?? [],
  styleOrder: (table) => styleOrderOf(table),
  likenessOrder: (table, { query, space }) => likenessOrder(table, query, space),
  portfolio: (table, input) =>
    portfolioOf(table, {
      exactCopies: input.exactCopies,
      axis: input.axis,
      styleOf: styleNamer(table, input),
    }),
  csv: (table, input) =>
    portfolioCsv(table, { axis: input.axis, styleOf: styleNamer(table, input) }),
  mapPoints: (table, { axis }) => mapPoints(table, axis),
  placedMap: (table, { axis, positions }) => placedMap(table, positions, axis),
  quality: (table, input, between) => measureQuality(table, input, between),
  learn: (table, { given, axis }) => learn(table, given, axis),
  review: (table, { learner, order, limit, settled }, between) =>
    reviewQueue(table, judgeBy(table, learner), {
      order,
      limit,
      settled: new Set(settled),
      between,
    }),
  taste: (table, { taste, ...taught }, between) =>
    describeTaste(table, taste, styleNamer(table, taught), between),
  twoTastes: (table, { a, b, ...taught }, between) =>
    describeTwoTastes(table, { a, b }, styleNamer(table, taught), between),
  introduction: (table, input) => introductionWorks(table, input),
  proof: (table, source, between) => proveSuggestions(table, source, between),
  together: (_table, rows, between) => fitTogether(rows, between),
  pairRanking: ({ rowOf }, { choices, among }) =>
    pairRanking(choices, among, (id) => rowOf.has(id)),
  brief: (table, input, between) => runBrief(table, input, between),
  briefSwaps: (table, input, between) => runSwaps(table, input, between),
  sequence: (table, { works, order, ...ends }) =>
    order ? flowingOrder(table, works, ends) : sequenceOf(table, works),
  directions: (table, { taste }) => runDirections(table, taste),
  retireFacts: (table) => runRetireFacts(table),
};

/** A work's style: the user's own word for it, else what was learnt, else null for 'not sure'. */
function styleNamer(
  table: WorkTable,
  { labels, learnAxis }: Taught,
): (id: ArtworkId) => string | null {
  const own = new Map<ArtworkId, string>();
  for (const { artworkId, label } of labels) if (!own.has(artworkId)) own.set(artworkId, label);
  const learnt = learnStyles(table, labels, learnAxis);
  return (id) => own.get(id) ?? learnt.decide(id);
}
