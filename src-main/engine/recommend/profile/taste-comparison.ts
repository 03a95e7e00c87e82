import type { GroupOfTwo, TasteComparison } from '../../../contract';
import { meanRanks, rankCorrelation } from '../../kernel/rank-correlation';
import type { WorkTable } from '../../storage/work-table';
import { withoutRepeats } from '../same-picture';
import type { WeighedRow } from './recency';
import type { Surroundings } from './surroundings';
import { FEWEST_LIKED, type Known, type Turn } from './taste-certainty';
import { knownOf, tasteProfile, type TasteSource } from './taste-profile';
import { measuredRowsOf, sampleOf, tasteOf, tasteVector } from './taste-vector';
import { traitsOfTwo } from './trait-leanings';

const MOST_SHOWN = 12;
/** Above which of a library's works, from below, a work is to one's taste. */
const DRAWN = 0.75;
/** By how much of the library two must disagree about a work that is named as only one's. */
const APART = 0.3;
const STRETCH = 2000;

/** What two tastes make of one work: its place among all, 0 (least) to 1 (most). */
interface Judged {
  row: number;
  a: number;
  b: number;
}

/** Two tastes side by side: what they share, where they part, and works that both would like. */
export async function compareTastes(
  table: WorkTable,
  sources: { a: TasteSource; b: TasteSource },
  surroundings: { a: Surroundings; b: Surroundings },
  turn: Turn,
): Promise<TasteComparison> {
  const [a, b] = [knownOf(table, sources.a), knownOf(table, sources.b)];
  const isKnown = Math.min(a.liked.length, b.liked.length) >= FEWEST_LIKED;
  const works = isKnown ? worksOfTwo(table, a, b, await judge(table, a, b, turn)) : NO_WORKS;
  const likedByB = new Set(b.liked.map(({ id }) => id));
  return {
    a: await tasteProfile(table, sources.a, surroundings.a, turn),
    b: await tasteProfile(table, sources.b, surroundings.b, turn),
    agreement: isKnown ? agreementOf(table, a, b) : null,
    traits: traitsOfTwo(table, a.liked, b.liked),
    groups: groupsOfTwo(a.liked, b.liked, surroundings.a),
    likedByBoth: a.liked.map(({ id }) => id).filter((id) => likedByB.has(id)),
    ...works,
  };
}

const NO_WORKS = { forBoth: [], onlyA: [], onlyB: [] };

function agreementOf(table: WorkTable, a: Known, b: Known): number {
  const [ofA, ofB] = [a, b].map(({ liked, passed }) => {
    const vector = tasteVector(table, liked, passed);
    return Float64Array.from(sampleOf(table), (row) => tasteOf(table, vector, row));
  });
  return rankCorrelation(ofA!, ofB!);
}

async function judge(table: WorkTable, a: Known, b: Known, turn: Turn): Promise<Judged[]> {
  const rows = measuredRowsOf(table);
  const vectors = [a, b].map(({ liked, passed }) => tasteVector(table, liked, passed));
  const values = vectors.map(() => new Float64Array(rows.length));
  for (let from = 0; from < rows.length; from += STRETCH) {
    await turn(from, rows.length);
    vectors.forEach((vector, of) => {
      for (let at = from; at < Math.min(from + STRETCH, rows.length); at++)
        values[of]![at] = tasteOf(table, vector, rows[at]!);
    });
  }
  const [ofA, ofB] = values.map(meanRanks);
  const last = Math.max(1, rows.length - 1);
  return Array.from(rows, (row, at) => ({ row, a: ofA![at]! / last, b: ofB![at]! / last }));
}

/**
 * A work for both is one that suits the less taken of the two well: 'least misery' of O'Connor et al., PolyLens: a
 * recommender system for groups of users, ECSCW 2001.
 */
function worksOfTwo(table: WorkTable, a: Known, b: Known, judged: readonly Judged[]) {
  const [likedA, likedB] = [rowsOf(a.liked), rowsOf(b.liked)];
  const [passedA, passedB] = [rowsOf(a.passed), rowsOf(b.passed)];
  const isLikedByBoth = (row: number) => likedA.has(row) && likedB.has(row);
  const first = (
    from: readonly Judged[],
    value: (work: Judged) => number,
    isKnown?: (row: number) => boolean,
  ) => {
    const rows = from.toSorted((x, y) => value(y) - value(x) || x.row - y.row);
    const shown = withoutRepeats(
      table,
      rows.map(({ row }) => row),
      MOST_SHOWN,
      isKnown,
    );
    return shown.map((row) => table.ids[row]!);
  };
  const open = judged.filter(
    ({ row }) => !passedA.has(row) && !passedB.has(row) && !isLikedByBoth(row),
  );
  const only = (one: 'a' | 'b', other: 'a' | 'b', except: readonly ReadonlySet<number>[]) =>
    judged.filter(
      (work) =>
        work[one] >= DRAWN &&
        work[one] - work[other] >= APART &&
        !except.some((rows) => rows.has(work.row)),
    );
  return {
    forBoth: first(
      open.filter(({ a: ofA, b: ofB }) => Math.min(ofA, ofB) >= DRAWN),
      ({ a: ofA, b: ofB }) => Math.min(ofA, ofB),
      isLikedByBoth,
    ),
    onlyA: first(only('a', 'b', [passedA, likedB]), ({ a: ofA, b: ofB }) => ofA - ofB),
    onlyB: first(only('b', 'a', [passedB, likedA]), ({ a: ofA, b: ofB }) => ofB - ofA),
  };
}

/** How much of what each likes lies in each group; the groups that either likes, furthest apart first. */
function groupsOfTwo(
  a: readonly WeighedRow[],
  b: readonly WeighedRow[],
  { groupOf, groups }: Surroundings,
): GroupOfTwo[] {
  if (groups.length < 2 || a.length === 0 || b.length === 0) return [];
  const present = groups.reduce((sum, { size }) => sum + size, 0);
  const shareIn = (rows: readonly WeighedRow[], group: number) => {
    const sum = (of: readonly WeighedRow[]) => of.reduce((all, { weight }) => all + weight, 0);
    return sum(rows.filter(({ row }) => groupOf[row] === group)) / sum(rows);
  };
  return groups
    .map(({ index, traits, size }, at) => ({
      group: index,
      traits,
      a: shareIn(a, at),
      b: shareIn(b, at),
      library: size / Math.max(1, present),
    }))
    .filter((group) => group.a > 0 || group.b > 0)
    .sort((x, y) => Math.abs(y.a - y.b) - Math.abs(x.a - x.b));
}

function rowsOf(works: readonly WeighedRow[]): ReadonlySet<number> {
  return new Set(works.map(({ row }) => row));
}
