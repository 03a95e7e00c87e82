import { PROOF_METHODS, type MeasuredProof, type ProofMethod } from '../../../contract';
import { bootstrapRounds } from '../../kernel/bootstrap-interval';
import { intraListDiversity } from '../../kernel/intra-list-diversity';
import { mean } from '../../kernel/statistics';
import type { WorkTable } from '../../storage/work-table';
import { likeness } from '../closeness';
import type { Turn } from '../profile/taste-certainty';
import type { MethodAnswer } from './question';

/** The answers of one method, question by question. */
export type Answers = Record<ProofMethod, readonly MethodAnswer[]>;

const FIGURES = ['recall', 'ndcg', 'coverage', 'diversity'] as const;
const OTHERS = ['content', 'popularity', 'random'] as const;
const RESAMPLES = 1000;

type Figures = Pick<MeasuredProof, 'methods' | 'ahead'>;

/**
 * The figures of all methods with their 95 % bootstrap intervals over the questions, drawn once for all, so that differences
 * are paired. A draw holds fewer different questions, hence fewer different works: intervals are the spread of the draws
 * about their own mean, laid around the value.
 *
 * @param among how many works could be suggested
 */
export async function proofFigures(
  table: WorkTable,
  answers: Answers,
  among: number,
  turn: Turn,
): Promise<Figures> {
  const each = answers.suggestions.map((_, question) => question);
  const statistics = statisticsOf(table, answers, among);
  const values = statistics(each);
  const sums = new Map<string, number>();
  const rounds = bootstrapRounds(
    each,
    (drawn) => {
      const of = statistics(drawn);
      for (const key of Object.keys(of)) sums.set(key, (sums.get(key) ?? 0) + of[key]!);
      return of;
    },
    { resamples: RESAMPLES },
  );
  for (;;) {
    const round = rounds.next();
    if (!round.done) {
      await turn(round.value, RESAMPLES);
      continue;
    }
    return figuresFrom((key) => {
      const value = values[key]!;
      const { low, high } = round.value.get(key)!;
      const shift = value - sums.get(key)! / RESAMPLES;
      return { value, low: low + shift, high: high + shift };
    });
  }
}

function figuresFrom(figureOf: (key: string) => { value: number; low: number; high: number }) {
  const within = (key: string) => {
    const { value, low, high } = figureOf(key);
    return { value, low: Math.max(0, low), high: Math.min(1, high) };
  };
  const methods = PROOF_METHODS.map((method) => [
    method,
    Object.fromEntries(FIGURES.map((figure) => [figure, within(`${method} ${figure}`)])),
  ]);
  const ahead = OTHERS.map((other) => [other, figureOf(`ahead ${other}`)]);
  return {
    methods: Object.fromEntries(methods) as MeasuredProof['methods'],
    ahead: Object.fromEntries(ahead) as MeasuredProof['ahead'],
  };
}

function statisticsOf(table: WorkTable, answers: Answers, among: number) {
  const diversities = Object.fromEntries(
    PROOF_METHODS.map((method) => [
      method,
      answers[method].map(({ list }) =>
        intraListDiversity(list.length, (i, j) => likeness(table, list[i]!, list[j]!)),
      ),
    ]),
  ) as Record<ProofMethod, number[]>;
  return (drawn: readonly number[]): Record<string, number> => {
    const figures: Record<string, number> = {};
    for (const method of PROOF_METHODS) {
      const of = answers[method];
      figures[`${method} recall`] = mean(drawn.map((question) => of[question]!.recall));
      figures[`${method} ndcg`] = mean(drawn.map((question) => of[question]!.ndcg));
      figures[`${method} diversity`] = mean(drawn.map((at) => diversities[method][at]!));
      const shown = new Set<number>();
      for (const question of drawn) for (const row of of[question]!.list) shown.add(row);
      figures[`${method} coverage`] = shown.size / among;
    }
    for (const other of OTHERS)
      figures[`ahead ${other}`] = figures['suggestions ndcg']! - figures[`${other} ndcg`]!;
    return figures;
  };
}
