import type { ArtworkId, StyleEvaluation } from '../../contract';
import { hasVector, rowAt } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';
import { evaluationSteps, scoreWork, type EvaluatedWork } from '../style';

/** A work whose answers are known, without the vectors: these the thread has. */
export type QualityWork = Omit<EvaluatedWork, 'style' | 'subject'> & { id: ArtworkId };

export interface QualityInput {
  /** Labels of the movement head, null when the model has none. */
  movements: readonly string[] | null;
  works: readonly QualityWork[];
}

/** A work in its cell of the confusion matrix. */
export interface Confused {
  id: ArtworkId;
  truth: string;
  answer: string;
}

export interface QualityOutput {
  evaluation: StyleEvaluation;
  confused: Confused[];
}

/** Measures the style recognition on works of the table; those that are not embedded yet are left out. */
export async function measureQuality(
  table: WorkTable,
  { movements, works }: QualityInput,
  between: (done: number, total: number) => Promise<void>,
): Promise<QualityOutput> {
  const seen = works.flatMap((work) => {
    const vectors = vectorsOf(table, work.id);
    return vectors ? [{ ...work, ...vectors }] : [];
  });
  const steps = evaluationSteps(movements, seen);
  for (;;) {
    const step = steps.next();
    if (step.done) return { evaluation: step.value, confused: confusedIn(seen, movements ?? []) };
    await between(step.value.done, step.value.total);
  }
}

function vectorsOf({ rowOf, style, subject }: WorkTable, id: ArtworkId) {
  const row = rowOf.get(id);
  if (row === undefined || !hasVector(style.data, style.dim, row)) return null;
  return {
    style: rowAt(style.data, style.dim, row),
    subject: rowAt(subject.data, subject.dim, row),
  };
}

function confusedIn(
  works: readonly (EvaluatedWork & { id: ArtworkId })[],
  movements: readonly string[],
): Confused[] {
  return works.flatMap((work) => {
    const { truth, first } = scoreWork(work, movements);
    const [known, answer] = [movements[truth], movements[first]];
    return known !== undefined && answer !== undefined
      ? [{ id: work.id, truth: known, answer }]
      : [];
  });
}
