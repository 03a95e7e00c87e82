import { TRAIT_IDS, type TraitLeaning, type TraitOfTwo } from '../../../contract';
import { columnMoments } from '../../kernel/column-moments';
import { effectiveCount } from '../../kernel/effective-count';
import { remember } from '../../kernel/remember';
import { studentQuantile } from '../../kernel/student-quantile';
import type { WorkTable } from '../../storage/work-table';
import type { WeighedRow } from './recency';

/** Mean of one trait over weighed works, and what is known of it. */
interface Standing {
  mean: number;
  /** Standard error of the mean. */
  error: number;
  /** Degrees of freedom, >= 1. */
  freedom: number;
}

/** 97.5 % of the standard normal distribution. */
const EACH = 1.959964;
/** As many traits are looked at, one of them stands out by chance: 2.5 % divided among them (Bonferroni). */
const AMONG_ALL = 2.9137;

const libraryOf = remember(({ traits }: WorkTable) => columnMoments(traits.data, traits.dim));

/** How liked works differ from the library, trait by trait, strongest first; nothing for fewer than two works. */
export function traitLeanings(table: WorkTable, liked: readonly WeighedRow[]): TraitLeaning[] {
  if (liked.length < 2) return [];
  const library = libraryOf(table);
  return TRAIT_IDS.map((id, t) => {
    const own = standingOf(table, t, liked);
    const unit = library.deviation[t]! > 1e-9 ? library.deviation[t]! : Infinity;
    const value = (own.mean - library.mean[t]!) / unit;
    const error = own.error / unit;
    return {
      id,
      liked: own.mean,
      library: library.mean[t]!,
      difference: around(value, error * studentQuantile(EACH, own.freedom)),
      isSure: Math.abs(value) > error * studentQuantile(AMONG_ALL, own.freedom),
    };
  }).sort((a, b) => Math.abs(b.difference.value) - Math.abs(a.difference.value));
}

/** How what two people like differs, trait by trait, in standard deviations of the library; furthest apart first. */
export function traitsOfTwo(
  table: WorkTable,
  a: readonly WeighedRow[],
  b: readonly WeighedRow[],
): TraitOfTwo[] {
  if (a.length < 2 || b.length < 2) return [];
  const library = libraryOf(table);
  return TRAIT_IDS.map((id, t) => {
    const unit = library.deviation[t]! > 1e-9 ? library.deviation[t]! : Infinity;
    const [one, other] = [standingOf(table, t, a), standingOf(table, t, b)];
    const value = (one.mean - other.mean) / unit;
    const error = Math.hypot(one.error, other.error) / unit;
    const freedom = Math.min(one.freedom, other.freedom);
    return {
      id,
      a: (one.mean - library.mean[t]!) / unit,
      b: (other.mean - library.mean[t]!) / unit,
      apart: around(value, error * studentQuantile(EACH, freedom)),
      isSure: Math.abs(value) > error * studentQuantile(AMONG_ALL, freedom),
    };
  }).sort((x, y) => Math.abs(y.apart.value) - Math.abs(x.apart.value));
}

function standingOf({ traits }: WorkTable, t: number, rows: readonly WeighedRow[]): Standing {
  const total = rows.reduce((sum, { weight }) => sum + weight, 0);
  const at = (row: number) => traits.data[row * traits.dim + t]!;
  const mean = rows.reduce((sum, { row, weight }) => sum + (weight / total) * at(row), 0);
  const variance = rows.reduce(
    (sum, { row, weight }) => sum + (weight / total) * (at(row) - mean) ** 2,
    0,
  );
  // of works of very unlike weight there may be little more than one
  const freedom = Math.max(1, effectiveCount(rows.map(({ weight }) => weight)) - 1);
  return { mean, error: Math.sqrt(variance / freedom), freedom };
}

function around(value: number, half: number) {
  return { value, low: value - half, high: value + half };
}
