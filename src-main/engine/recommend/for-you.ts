import type { Suggestion, SuggestionList } from '../../contract';
import type { WorkTable } from '../storage/work-table';
import { contentScores, fitContent, type ContentModel } from './content/content-model';
import { scoreLibrary, type ProductsOfRows } from './content/score-library';
import { coverOf } from './cover';
import { candidatesFrom, type Candidate } from './list/candidates';
import { familiarWorks } from './list/familiar-works';
import { interleaved } from './list/interleaved';
import { surprisingWorks } from './list/surprising-works';
import { isNear, likedReason, surpriseReason } from './reasons';
import type { Taste } from './taste';

export interface ForYouOptions {
  limit: number;
  /** 0 familiar .. 1 surprising. */
  surprise: number;
}

const MOST_SURPRISES = 0.5;

/**
 * Works this person is likely to want to look at. Most are drawn from the 200 that the taste draws most, by maximal
 * marginal relevance; the slider moves the balance from relevance to variety and gives up to half of the places to works
 * that are unlike everything liked, never like what was turned down. Judged works never appear, nor do second renderings of a picture. While nothing is
 * liked, a cover of the library is shown and `signals` is 0.
 */
export function suggestFor(table: WorkTable, taste: Taste, options: ForYouOptions): SuggestionList {
  if (!hasLiked(table, taste)) return coverFor(table, taste, options);
  const model = fitContent(table, taste);
  return listOf(table, taste, { model, scores: contentScores(table, model) }, options);
}

/** The same list, of which the whole library is scored by `products`: sooner where there are very many works. */
export async function suggestByProducts(
  table: WorkTable,
  taste: Taste,
  options: ForYouOptions,
  products: ProductsOfRows,
): Promise<SuggestionList> {
  if (!hasLiked(table, taste)) return coverFor(table, taste, options);
  const model = fitContent(table, taste);
  const scores = await scoreLibrary(table, model, products);
  return listOf(table, taste, { model, scores }, options);
}

const hasLiked = ({ rowOf }: WorkTable, { liked }: Taste): boolean =>
  [...liked.keys()].some((id) => rowOf.has(id));

function coverFor(table: WorkTable, taste: Taste, { limit }: ForYouOptions): SuggestionList {
  return { suggestions: coverOf(table, taste, limit), signals: 0 };
}

function listOf(
  table: WorkTable,
  taste: Taste,
  { model, scores }: { model: ContentModel; scores: ArrayLike<number> },
  { limit, surprise }: ForYouOptions,
): SuggestionList {
  const { best, far } = candidatesFrom(table, taste, model, scores);
  const rowsOf = (ids: Iterable<number>) => [...ids].flatMap((id) => table.rowOf.get(id) ?? []);
  const wanted = Math.round(limit * surprise * MOST_SURPRISES);
  const familiar = familiarWorks(table, best, rowsOf(taste.judged), limit, surprise).filter(
    ({ row }) => isNear(table, taste.liked.keys(), row),
  );
  const shown = familiar.slice(0, limit - wanted);
  const known = [...rowsOf(taste.liked.keys()), ...shown.map(({ row }) => row)];
  const allowed = far.filter(({ row }) => !isNear(table, taste.disliked.keys(), row));
  const strange = surprisingWorks(table, allowed, known, wanted);
  const suggestions = interleaved(
    familiar
      .slice(0, limit - strange.length)
      .map((c) => toSuggestion(table, c, likedReason(table, taste, model, c.row))),
    strange.map((c) => toSuggestion(table, c, surpriseReason(table, taste, c.row))),
  );
  return { suggestions, signals: taste.liked.size + taste.disliked.size };
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
