import { AXES, TRAIT_IDS, type Reason, type TraitId } from '../../contract';
import { ranksOf } from '../kernel/column-ranks';
import { extremeColumns, sharedColumn } from '../kernel/telling-ranks';
import type { WorkTable } from '../storage/work-table';
import { similarity } from './closeness';
import { commonDeed } from './common-deed';
import { contributionsTo, type ContentModel, type Contribution } from './content/content-model';
import { CONTENT_TERMS, traitTerms } from './content/content-terms';
import { sharedColour } from './content/shared-colour';
import type { Taste } from './taste';

const MOST_EVIDENCE = 4;
const MOST_OF_A_KIND = 3;
const STRIKING = 30;
const NEAR = 0.5;
/** Evidence that adds less than this share of the strongest is not worth naming. */
const WORTH_NAMING = 0.4;

/**
 * The strongest of the model's own terms for this work, of which `likedAmount` must be above 0: the axis by which the liked works add most to its score, and those
 * that add most on it. Without the works named the score is lower by what they add.
 */
export function likedReason(
  table: WorkTable,
  taste: Taste,
  model: ContentModel,
  row: number,
): Reason {
  const all = likedTerms(table, taste, model, row);
  const { term } = strongestTerm(all);
  const strongest = all.filter((c) => c.term === term).sort((a, b) => b.amount - a.amount);
  const least = (strongest[0]?.amount ?? 0) * WORTH_NAMING;
  const works = strongest.filter(({ amount }) => amount >= least).slice(0, MOST_EVIDENCE);
  const rows = works.flatMap(({ id }) => table.rowOf.get(id) ?? []);
  return {
    kind: 'like-liked',
    axis: term,
    trait: term === 'traits' ? sharedTrait(table, row, rows) : agreement(table, row, rows[0]),
    colour: term === 'palette' ? sharedColour(table, row, rows) : null,
    deed: commonDeed(
      taste,
      works.map(({ id }) => id),
    ),
    works: works.map(({ id }) => id),
  };
}

/** What the strongest term of the content model adds to a work's score by liked works that are near; 0 where there is none. */
export function likedAmount(
  table: WorkTable,
  taste: Taste,
  model: ContentModel,
  row: number,
): number {
  return strongestTerm(likedTerms(table, taste, model, row)).sum;
}

function likedTerms(
  table: WorkTable,
  taste: Taste,
  model: ContentModel,
  row: number,
): Contribution[] {
  return contributionsTo(table, model, row).filter(
    ({ id, amount, term }) =>
      taste.liked.has(id) &&
      amount > 0 &&
      id !== table.ids[row] &&
      isEvidence(table, term, row, table.rowOf.get(id)!),
  );
}

/** Whether naming the work would be true: it is near on that axis, and where their traits are alike they also look alike. */
function isEvidence(
  table: WorkTable,
  term: Contribution['term'],
  row: number,
  other: number,
): boolean {
  const axes = term === 'traits' ? AXES : [term];
  return axes.some((axis) => similarity(table, axis, row, other) >= NEAR);
}

function strongestTerm(all: readonly Contribution[]): { term: Contribution['term']; sum: number } {
  const sums = CONTENT_TERMS.map((term) => ({
    term,
    sum: all.reduce((sum, c) => (c.term === term ? sum + c.amount : sum), 0),
  }));
  return sums.reduce((best, next) => (next.sum > best.sum ? next : best));
}

/** The trait that adds most to the term of the traits. */
function sharedTrait(table: WorkTable, row: number, rows: readonly number[]): TraitId | null {
  const sums = TRAIT_IDS.map((_, t) =>
    rows.reduce((sum, other) => sum + (traitTerms(table, row, other)[t] ?? 0), 0),
  );
  return TRAIT_IDS[sums.indexOf(Math.max(...sums))] ?? null;
}

/** Whether 'like these' would be true: on some axis the work is nearer to one of them than works mostly are. */
export function isNear(table: WorkTable, ids: Iterable<number>, row: number): boolean {
  return [...ids].some((id) => {
    const evidence = table.rowOf.get(id);
    if (evidence === undefined || evidence === row) return false;
    return AXES.some((axis) => similarity(table, axis, row, evidence) >= NEAR);
  });
}

/** Far from everything liked; the named work is the nearest of the liked ones, to measure the distance by. */
export function surpriseReason(table: WorkTable, taste: Taste, row: number): Reason {
  const near = [...taste.liked.keys()]
    .flatMap((id) => {
      const other = table.rowOf.get(id);
      return other === undefined ? [] : [{ id, s: similarity(table, 'style', row, other) }];
    })
    .sort((a, b) => b.s - a.s);
  const works = near.slice(0, 1).map(({ id }) => id);
  return { kind: 'surprise', trait: mostExtreme(table, row), works };
}

/** Part of a cover of the library; the named works are the ones most like it in style, for which it stands. */
export function coverReason(
  table: WorkTable,
  row: number,
  rows: ArrayLike<number>,
): Extract<Reason, { kind: 'cover' }> {
  const near = Array.from(rows)
    .filter((other) => other !== row)
    .map((other) => ({ other, s: similarity(table, 'style', row, other) }))
    .sort((a, b) => b.s - a.s)
    .slice(0, MOST_OF_A_KIND);
  const works = near.map(({ other }) => table.ids[other] ?? 0);
  return { kind: 'cover', trait: mostExtreme(table, row), works };
}

/** Of a style that nothing was liked of; the named works are the ones most like it in style. */
export function otherStyleReason(table: WorkTable, row: number, rows: ArrayLike<number>): Reason {
  return { ...coverReason(table, row, rows), kind: 'other-style' };
}

function agreement({ traits }: WorkTable, a: number, b: number | undefined): TraitId | null {
  if (b === undefined) return null;
  const ranks = ranksOf(traits);
  return TRAIT_IDS[sharedColumn(ranks.at(a), ranks.at(b))] ?? null;
}

function mostExtreme({ traits }: WorkTable, row: number): TraitId | null {
  const [column] = extremeColumns(ranksOf(traits).at(row), STRIKING);
  return column === undefined ? null : (TRAIT_IDS[column] ?? null);
}
