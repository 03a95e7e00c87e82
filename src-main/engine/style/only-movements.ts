import { labelKey, type EvaluatedWork } from './evaluated-work';

/**
 * The works of some movements, and a model that has only these to choose among: the other probabilities are left out and
 * the rest brought to a sum of 1. The answer stays as it was given.
 *
 * @param labels of the movement head, null when the model has none
 */
export function onlyMovements(
  labels: readonly string[] | null,
  works: readonly EvaluatedWork[],
  only: readonly string[],
): { labels: string[] | null; works: EvaluatedWork[] } {
  const wanted = new Set(only.map(labelKey));
  const kept = (labels ?? []).flatMap((label, at) => (wanted.has(labelKey(label)) ? [at] : []));
  return {
    labels: labels && kept.map((at) => labels[at]!),
    works: works
      .filter(({ movement }) => movement !== null && wanted.has(labelKey(movement)))
      .map((work) => ({ ...work, reading: work.reading && among(kept, work.reading) })),
  };
}

function among(
  kept: readonly number[],
  { probabilities, answer }: NonNullable<EvaluatedWork['reading']>,
): EvaluatedWork['reading'] {
  const rest = kept.map((at) => probabilities[at]!);
  const sum = rest.reduce((total, p) => total + p, 0);
  return { probabilities: rest.map((p) => (sum > 0 ? p / sum : 1 / rest.length)), answer };
}
