import type { Axis } from '../../contract';
import { evenlySpaced } from '../kernel/evenly-spaced';
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
  /** Labels with at least two examples and two counter-examples, in the same order; of very many those with most. */
  learnable: string[];
  /** Works that are learnt from, by id, so that nothing depends on the order of labelling. */
  works: Example[];
}

const FEWEST = 2;
/** Of more labels only those with most works are told apart: training time grows with labels times works squared. */
const MOST_LABELS = 60;
/** Learning from so many works takes about two seconds; more are thinned out evenly, label by label. */
const MOST_WORKS = 600;
/** But no label is left with fewer than so many. */
const KEPT_OF_A_LABEL = 8;

/** Sorts out what a person's labels offer for learning from the vectors of an axis. */
export function collectExamples(
  table: WorkTable,
  given: readonly GivenLabel[],
  axis: Axis,
): Examples {
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
  const { data, dim } = table[axis];
  const measured = [...byWork]
    .map(([id, labels]) => ({ id, row: table.rowOf.get(id) ?? -1, labels }))
    .filter(({ row }) => row >= 0 && hasVector(data, dim, row))
    .sort((a, b) => a.id - b.id);
  const learnable = learnableLabels(
    all.map(({ label }) => label),
    measured,
  );
  const works = measured.filter(({ labels }) => learnable.some((label) => labels.has(label)));
  return { all, learnable, works: thinned(works, learnable) };
}

function thinned(works: readonly Example[], labels: readonly string[]): Example[] {
  if (works.length <= MOST_WORKS) return [...works];
  const most = Math.max(KEPT_OF_A_LABEL, Math.floor(MOST_WORKS / labels.length));
  const kept = new Set<Example>();
  for (const label of labels) {
    const carrying = works.filter((work) => work.labels.has(label));
    for (const i of evenlySpaced(carrying.length, most)) kept.add(carrying[i]!);
  }
  return works.filter((work) => kept.has(work));
}

function learnableLabels(labels: readonly string[], works: readonly Example[]): string[] {
  const counts = new Map<string, number>();
  for (const work of works)
    for (const label of work.labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const countOf = (label: string): number => counts.get(label) ?? 0;
  const enough = labels.filter(
    (label) => countOf(label) >= FEWEST && works.length - countOf(label) >= FEWEST,
  );
  const chosen = new Set(enough.toSorted((a, b) => countOf(b) - countOf(a)).slice(0, MOST_LABELS));
  return enough.length >= 2 ? enough.filter((label) => chosen.has(label)) : [];
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
