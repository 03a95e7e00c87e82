import { hasVector } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';

/** One label that a person gave to one work. */
export interface GivenLabel {
  artworkId: number;
  label: string;
}

/** A labelled work that can be learnt from. */
export interface Example {
  id: number;
  row: number;
  labels: ReadonlySet<string>;
}

export interface Examples {
  /** All labels in alphabetical order with all their works, also those that can't be learnt from. */
  all: { label: string; examples: number[] }[];
  /** Labels with at least two examples and two counter-examples, in the same order. */
  learnable: string[];
  /** Works that carry a learnable label, by id, so that nothing depends on the order of labelling. */
  works: Example[];
}

const FEWEST = 2;

/** Sorts out what a person's labels offer for learning. */
export function collectExamples(table: WorkTable, given: readonly GivenLabel[]): Examples {
  const byLabel = groupBy(
    given,
    ({ label }) => label,
    ({ artworkId }) => artworkId,
  );
  const all = [...byLabel]
    .map(([label, ids]) => ({ label, examples: [...ids].sort((a, b) => a - b) }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  const byWork = groupBy(
    given,
    ({ artworkId }) => artworkId,
    ({ label }) => label,
  );
  const measured = [...byWork]
    .map(([id, labels]) => ({ id, row: table.rowOf.get(id) ?? -1, labels }))
    .filter(({ row }) => row >= 0 && hasVector(table.style.data, table.style.dim, row))
    .sort((a, b) => a.id - b.id);
  const learnable = learnableLabels(
    all.map(({ label }) => label),
    measured,
  );
  const works = measured.filter(({ labels }) => learnable.some((label) => labels.has(label)));
  return { all, learnable, works };
}

function learnableLabels(labels: readonly string[], works: readonly Example[]): string[] {
  const enough = labels.filter((label) => {
    const carrying = works.filter((work) => work.labels.has(label)).length;
    return carrying >= FEWEST && works.length - carrying >= FEWEST;
  });
  return enough.length >= 2 ? enough : [];
}

function groupBy<T, K, V>(
  items: readonly T[],
  keyOf: (item: T) => K,
  valueOf: (item: T) => V,
): Map<K, Set<V>> {
  const groups = new Map<K, Set<V>>();
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? new Set<V>();
    groups.set(keyOf(item), group.add(valueOf(item)));
  }
  return groups;
}
