import type { Suggestion, SuggestionList } from '../../contract';
import { evenlySpaced } from '../kernel/evenly-spaced';
import { maximalMarginalRelevance } from '../kernel/mmr';
import { quantile } from '../kernel/statistics';
import type { WorkTable } from '../storage/work-table';
import { likeness } from './closeness';
import { contentScores, fitContent, type ContentModel } from './content/content-model';
import { coverOf } from './cover';
import { measuredRowsOf } from './profile/taste-vector';
import { isNear, likedReason, surpriseReason } from './reasons';
import { withoutRepeats } from './same-picture';
import type { Taste } from './taste';

export interface ForYouOptions {
  limit: number;
  /** 0 familiar .. 1 surprising. */
  surprise: number;
}

interface Candidate {
  row: number;
  /** By the content model: about 1 for what is liked, 0 for the library's mean. */
  affinity: number;
}

const POOL = 200;
const SPARE = 3;
const MOST_SURPRISES = 0.5;
/** Surprises come from the half of the library that the taste draws least. */
const FAR_SHARE = 0.5;

/**
 * Works this person is likely to want to look at. Most are drawn from the 200 that the taste draws most, by maximal
 * marginal relevance; the slider moves the balance from relevance to variety and gives up to half of the places to works
 * that are unlike everything liked, never like what was turned down. Judged works never appear, nor do second renderings of a picture. While nothing is
 * liked, a cover of the library is shown and `signals` is 0.
 */
export function suggestFor(table: WorkTable, taste: Taste, options: ForYouOptions): SuggestionList {
  const { limit, surprise } = options;
  if (![...taste.liked.keys()].some((id) => table.rowOf.has(id)))
    return { suggestions: coverOf(table, taste, limit), signals: 0 };
  const model = fitContent(table, taste);
  const open = openCandidates(table, taste, model);
  const rowsOf = (ids: Iterable<number>) => [...ids].flatMap((id) => table.rowOf.get(id) ?? []);
  const wanted = Math.round(limit * surprise * MOST_SURPRISES);
  const familiar = familiarOnes(table, open, rowsOf(taste.judged), limit, surprise).filter(
    ({ row }) => isNear(table, taste.liked.keys(), row),
  );
  const shown = familiar.slice(0, limit - wanted);
  const known = [...rowsOf(taste.liked.keys()), ...shown.map(({ row }) => row)];
  const allowed = open.filter(({ row }) => !isNear(table, taste.disliked.keys(), row));
  const strange = strangeOnes(table, allowed, known, wanted);
  const suggestions = interleave(
    familiar
      .slice(0, limit - strange.length)
      .map((c) => toSuggestion(table, c, likedReason(table, taste, model, c.row))),
    strange.map((c) => toSuggestion(table, c, surpriseReason(table, taste, c.row))),
  );
  return { suggestions, signals: taste.liked.size + taste.disliked.size };
}

/** Everything that may be suggested, most wanted first. */
function openCandidates(table: WorkTable, taste: Taste, model: ContentModel): Candidate[] {
  const rows = measuredRowsOf(table);
  const scores = contentScores(table, model, rows);
  const open: Candidate[] = [];
  rows.forEach((row, i) => {
    if (!taste.judged.has(table.ids[row]!)) open.push({ row, affinity: scores[i]! });
  });
  return open.sort((a, b) => b.affinity - a.affinity || a.row - b.row);
}

function familiarOnes(
  table: WorkTable,
  open: readonly Candidate[],
  known: readonly number[],
  limit: number,
  surprise: number,
): Candidate[] {
  const pool = open.slice(0, POOL).filter(({ affinity }) => affinity > 0);
  const top = pool[0]?.affinity ?? 0;
  const bottom = pool.at(-1)?.affinity ?? 0;
  const chosen = maximalMarginalRelevance({
    relevance: pool.map(({ affinity }) => (affinity - bottom) / Math.max(top - bottom, 1e-9)),
    similarity: (i, j) => likeness(table, pool[i]!.row, pool[j]!.row),
    lambda: 0.9 - 0.5 * surprise,
    count: limit * SPARE,
  });
  const byRow = new Map(chosen.map((i) => [pool[i]!.row, pool[i]!]));
  return withoutRepeats(table, byRow.keys(), known, limit).map((row) => byRow.get(row)!);
}

/** Works least like everything liked and chosen, one after the other. */
function strangeOnes(
  table: WorkTable,
  open: readonly Candidate[],
  known: readonly number[],
  wanted: number,
): Candidate[] {
  const border = quantile(
    open.map(({ affinity }) => affinity),
    FAR_SHARE,
  );
  const far = open.filter(({ affinity }) => affinity <= border);
  const pool = [...evenlySpaced(far.length, POOL)].map((i) => far[i]!);
  const strange: Candidate[] = [];
  const nearest = pool.map(({ row }) => Math.max(0, ...known.map((k) => likeness(table, row, k))));
  while (strange.length < Math.min(wanted, pool.length)) {
    const least = nearest.indexOf(Math.min(...nearest));
    const chosen = pool[least]!;
    strange.push(chosen);
    pool.forEach(({ row }, i) => {
      nearest[i] = Math.max(nearest[i]!, likeness(table, row, chosen.row));
    });
    nearest[least] = Infinity;
  }
  return strange;
}

/** Spreads the second list evenly over the first, never at the very start. */
function interleave(first: readonly Suggestion[], second: readonly Suggestion[]): Suggestion[] {
  const mixed = [...first];
  second.forEach((suggestion, i) => {
    const place = Math.round(((i + 1) * first.length) / (second.length + 1)) + i;
    mixed.splice(place, 0, suggestion);
  });
  return mixed;
}

function toSuggestion(
  table: WorkTable,
  { row, affinity }: Candidate,
  reason: Suggestion['reason'],
) {
  return { id: table.ids[row]!, score: bounded(affinity), reason };
}

/** Within -1..1, in the same order. */
function bounded(affinity: number): number {
  return affinity / (1 + Math.abs(affinity));
}
