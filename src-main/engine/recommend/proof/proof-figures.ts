import { PROOF_METHODS, type MeasuredProof, type ProofMethod } from '../../../contract';
import {
  bootstrapEstimates,
  centred,
  centredShare,
  type BiasedEstimate,
} from '../../kernel/bootstrap-estimate';
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
 * are paired.
 *
 * @param among how many works could be suggested
 */
export async function proofFigures(
  table: WorkTable,
  answers: Answers,
  among: number,
  turn: Turn,
): Promise<Figures> {
  const statistics = statisticsOf(table, answers, among);
  const rounds = bootstrapEstimates(answers.suggestions.length, statistics, RESAMPLES);
  for (;;) {
    const round = rounds.next();
    if (round.done) return figuresFrom(round.value);
    await turn(round.value, RESAMPLES);
  }
}

function figuresFrom(estimate: (key: string) => BiasedEstimate): Figures {
  const methods = PROOF_METHODS.map((method) => [
    method,
    Object.fromEntries(
      FIGURES.map((figure) => [figure, centredShare(estimate(`${method} ${figure}`))]),
    ),
  ]);
  const ahead = OTHERS.map((other) => [other, centred(estimate(`ahead ${other}`))]);
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
