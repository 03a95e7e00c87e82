import { AXES, TRAIT_IDS, type Reason, type TraitId } from '../../contract';
import { ranksOf } from '../kernel/column-ranks';
import { extremeColumns, sharedColumn } from '../kernel/telling-ranks';
import type { WorkTable } from '../storage/work-table';
import { contributions } from './affinity';
import { similarity } from './closeness';
import type { Taste } from './taste';

const MOST_EVIDENCE = 3;
const STRIKING = 30;
const NEAR = 0.5;
/** Evidence that adds less than this share of the strongest is not worth naming. */
const WORTH_NAMING = 0.4;

/** The axis that contributed most to this work's score, and the liked works that contributed most on it. */
export function likedReason(table: WorkTable, taste: Taste, row: number): Reason {
  const all = contributions(table, taste.liked, row);
  const sums = AXES.map((axis) => ({
    axis,
    sum: all.reduce((sum, c) => (c.axis === axis ? sum + c.amount : sum), 0),
  }));
  const { axis } = sums.reduce((best, next) => (next.sum > best.sum ? next : best));
  const strongest = all.filter((c) => c.axis === axis).sort((a, b) => b.amount - a.amount);
  const least = (strongest[0]?.amount ?? 0) * WORTH_NAMING;
  const works = strongest.slice(0, MOST_EVIDENCE).filter(({ amount }) => amount >= least);
  const evidence = table.rowOf.get(works[0]?.id ?? -1);
  return {
    kind: 'like-liked',
    axis,
    trait: evidence === undefined ? null : agreement(table, row, evidence),
    works: works.map(({ id }) => id),
  };
}

/** Whether 'like what you liked' would be true: on some axis the work is nearer to a liked one than works mostly are. */
export function isNearLiked(table: WorkTable, taste: Taste, row: number): boolean {
  return [...taste.liked.keys()].some((id) => {
    const evidence = table.rowOf.get(id);
    if (evidence === undefined) return false;
    return AXES.some((axis) => similarity(table, axis, row, evidence) >= NEAR);
  });
}

/** Far from everything liked; the named work is the nearest of the liked ones, to measure the distance by. */
export function surpriseReason(table: WorkTable, taste: Taste, row: number): Reason {
  const all = contributions(table, taste.liked, row).filter(({ axis }) => axis === 'style');
  const nearest = all.sort((a, b) => b.amount - a.amount).slice(0, 1);
  return { kind: 'surprise', trait: mostExtreme(table, row), works: nearest.map(({ id }) => id) };
}

/** Part of a cover of the library; the named works are the ones most like it in style, for which it stands. */
export function coverReason(table: WorkTable, row: number, rows: ArrayLike<number>): Reason {
  const near = Array.from(rows)
    .filter((other) => other !== row)
    .map((other) => ({ other, s: similarity(table, 'style', row, other) }))
    .sort((a, b) => b.s - a.s)
    .slice(0, MOST_EVIDENCE);
  const works = near.map(({ other }) => table.ids[other] ?? 0);
  return { kind: 'cover', trait: mostExtreme(table, row), works };
}

function agreement({ traits }: WorkTable, a: number, b: number): TraitId | null {
  const ranks = ranksOf(traits);
  return TRAIT_IDS[sharedColumn(ranks.at(a), ranks.at(b))] ?? null;
}

function mostExtreme({ traits }: WorkTable, row: number): TraitId | null {
  const [column] = extremeColumns(ranksOf(traits).at(row), STRIKING);
  return column === undefined ? null : (TRAIT_IDS[column] ?? null);
}
