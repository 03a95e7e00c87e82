import { evenlySpaced } from '../../kernel/evenly-spaced';
import { mean, quantile } from '../../kernel/statistics';
import { hasVector } from '../../kernel/vector-rows';
import type { WorkTable } from '../../storage/work-table';
import { likeness } from '../closeness';

const NEIGHBOURS = 5;
const REFERENCES = 2000;
const ORDINARY = 200;

/** How alike a work is to the works nearest to it. */
export interface Nearness {
  readonly likeness: number;
  readonly nearest: number[];
}

/** Likeness of works to their five nearest, and what is ordinary in the library; of a large one a part is looked at. */
export interface ApartFigures {
  of(id: number): Nearness;
  /** Median over the library. */
  readonly ordinary: number;
}

export function apartFigures(table: WorkTable): ApartFigures {
  const { data, dim } = table.style;
  const measured = Array.from(table.ids.keys()).filter((row) => hasVector(data, dim, row));
  const pick = (most: number): number[] =>
    [...evenlySpaced(measured.length, most)].map((i) => measured[i]!);
  const references = pick(REFERENCES);
  const nearnessOf = (row: number): Nearness => {
    const near = references
      .filter((other) => other !== row)
      .map((other) => ({ other, value: likeness(table, row, other) }))
      .sort((a, b) => b.value - a.value)
      .slice(0, NEIGHBOURS);
    return {
      likeness: mean(near.map(({ value }) => value)),
      nearest: near.map(({ other }) => table.ids[other] ?? 0),
    };
  };
  return {
    of: (id) => nearnessOf(table.rowOf.get(id) ?? 0),
    ordinary: quantile(
      pick(ORDINARY).map((row) => nearnessOf(row).likeness),
      0.5,
    ),
  };
}
