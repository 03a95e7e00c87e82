import type { Suggestion, SuggestionList } from '../../contract';
import type { WorkTable } from '../storage/work-table';
import { contentScores, fitContent, type ContentModel } from './content/content-model';
import { scoreLibrary, type ProductsOfRows } from './content/score-library';
import { coverOf } from './cover';
import { hybridCandidates } from './hybrid/hybrid-candidates';
import type { Together } from './hybrid/together';
import { candidatesFrom, type Candidate, type Candidates } from './list/candidates';
import { familiarWorks } from './list/familiar-works';
import { interleaved } from './list/interleaved';
import { worksOfOtherStyles } from './list/other-styles';
import { styleCaps } from './list/style-caps';
import { surprisingWorks } from './list/surprising-works';
import { withinCaps } from './list/within-caps';
import { sampleOf } from './profile/taste-vector';
import { isNear, otherStyleReason, surpriseReason } from './reasons';
import { withoutRepeats } from './same-picture';
import { hasReason, strongestReason } from './strongest-reason';
import type { Taste } from './taste';

export interface ForYouOptions {
  limit: number;
  /** 0 familiar .. 1 surprising. */
  surprise: number;
  /** Works that stay away for having been shown already; none when left out. */
  without?: readonly number[];
  /** What others put together, where there is enough of it. */
  together?: Together | null;
}

const MOST_SURPRISES = 0.5;
/** After so many works that something was said of, the places of other styles show other works. */
const TURN = 3;

/**
 * Works this person is likely to want to look at: by their content, and by the choices of others where there are enough.
 * Most are drawn from the 200 that the taste draws most, by maximal marginal relevance; the slider moves the balance from
 * relevance to variety and gives up to half of the places to works that are unlike everything liked, never like what was turned down. No style takes more places than `styleCaps` leaves it
 * as long as there is anything else; what it leaves free goes to styles that nothing was liked of yet. Judged works never
 * appear, nor do second renderings of a picture. While nothing is liked, a cover of the library is shown and `signals` is 0.
 */
export function suggestFor(table: WorkTable, said: Taste, options: ForYouOptions): SuggestionList {
  const taste = withShown(said, options);
  if (!hasLiked(table, taste)) return coverFor(table, taste, options);
  const model = fitContent(table, taste);
  return listOf(table, taste, { model, scores: contentScores(table, model) }, options);
}

/** The same list, of which the whole library is scored by `products`: sooner where there are very many works. */
export async function suggestByProducts(
  table: WorkTable,
  said: Taste,
  options: ForYouOptions,
  products: ProductsOfRows,
): Promise<SuggestionList> {
  const taste = withShown(said, options);
  if (!hasLiked(table, taste)) return coverFor(table, taste, options);
  const model = fitContent(table, taste);
  const scores = await scoreLibrary(table, model, products);
  return listOf(table, taste, { model, scores }, options);
}

/** What was shown stays away like what was judged. */
function withShown(said: Taste, { without = [] }: ForYouOptions): Taste {
  const shown = new Set(without);
  return { ...said, judged: { has: (id) => shown.has(id) || said.judged.has(id) } };
}

const hasLiked = ({ rowOf }: WorkTable, { liked }: Taste): boolean =>
  [...liked.keys()].some((id) => rowOf.has(id));

function coverFor(table: WorkTable, taste: Taste, { limit }: ForYouOptions): SuggestionList {
  return { suggestions: coverOf(table, taste, limit), signals: 0, others: 0 };
}

function listOf(
  table: WorkTable,
  taste: Taste,
  { model, scores }: { model: ContentModel; scores: ArrayLike<number> },
  options: ForYouOptions,
): SuggestionList {
  const { together = null } = options;
  const byContent = candidatesFrom(table, taste, model, scores);
  const { added, ...candidates } = hybridCandidates(table, taste, model, byContent, together);
  const source = { table, taste, model, together, added };
  // Below 0 the taste turns away from a work, whatever others add.
  const isWanted = ({ affinity }: Candidate) => affinity > 0;
  const { familiar, strange, others } = chooseWorks(
    table,
    taste,
    { ...candidates, best: candidates.best.filter(isWanted) },
    { ...options, hasReason: ({ row }) => hasReason(source, row) },
  );
  const because = (of: readonly Candidate[], reason: (row: number) => Suggestion['reason']) =>
    of.map((candidate) => toSuggestion(table, candidate, reason(candidate.row)));
  const suggestions = interleaved(
    interleaved(
      because(familiar, (row) => strongestReason(source, row)!),
      because(others, (row) => otherStyleReason(table, row, sampleOf(table))),
    ),
    because(strange, (row) => surpriseReason(table, taste, row)),
  );
  const isByOthers = [...added.values()].some((amount) => amount > 0);
  return {
    suggestions,
    signals: taste.liked.size + taste.disliked.size,
    others: together && isByOthers ? together.people.length : 0,
  };
}

interface ChoiceOptions extends Pick<ForYouOptions, 'limit' | 'surprise'> {
  /** Whether there is a true reason for a familiar work. */
  hasReason: (candidate: Candidate) => boolean;
}

interface Chosen {
  familiar: Candidate[];
  strange: Candidate[];
  others: Candidate[];
}

function chooseWorks(
  table: WorkTable,
  taste: Taste,
  { best, far, spread }: Candidates,
  { limit, surprise, hasReason }: ChoiceOptions,
): Chosen {
  const rowsOf = (ids: Iterable<number>) => [...ids].flatMap((id) => table.rowOf.get(id) ?? []);
  const caps = styleCaps(table, taste, { limit, surprise });
  const isJudged = (row: number) => taste.judged.has(table.ids[row]!);
  const near = familiarWorks(table, { best, caps, isKnown: isJudged, limit, surprise }).filter(
    hasReason,
  );
  const { within, beyond } = withinCaps(near, caps);
  const wanted = Math.round(limit * surprise * MOST_SURPRISES);
  const sure = within.slice(0, limit - wanted).map(({ row }) => row);
  const isNotDisliked = ({ row }: Candidate) => !isNear(table, taste.disliked.keys(), row);
  const taken = new Set([...within, ...beyond].map(({ row }) => row));
  const strange = withoutKnownPictures(
    table,
    surprisingWorks(
      table,
      far.filter((of) => !taken.has(of.row) && isNotDisliked(of)),
      { liked: rowsOf(taste.liked.keys()), shown: sure },
      wanted,
    ),
    (row) => isJudged(row) || taken.has(row),
  );
  const familiar = within.slice(0, limit - strange.length);
  const shown = [...familiar, ...strange];
  const rowsShown = shown.map(({ row }) => row);
  const others = worksOfOtherStyles(table, {
    spread,
    isAllowed: (of) => !rowsShown.includes(of.row) && isNotDisliked(of),
    caps,
    isKnown: (row) => isJudged(row) || rowsShown.includes(row),
    turn: Math.floor(taste.deeds.size / TURN),
    wanted: limit - shown.length,
  });
  // Where there is nothing of another style a crowded one is better than an empty place.
  const rowsOfOthers = new Set(others.map(({ row }) => row));
  const crowded = beyond.filter(({ row }) => !rowsOfOthers.has(row));
  familiar.push(...crowded.slice(0, limit - shown.length - others.length));
  return { familiar, strange, others };
}

/** Leaves out second renderings of each other and of what is known. */
function withoutKnownPictures(
  table: WorkTable,
  candidates: readonly Candidate[],
  isKnown: (row: number) => boolean,
): Candidate[] {
  const rows = candidates.map(({ row }) => row);
  const kept = new Set(withoutRepeats(table, rows, rows.length, isKnown));
  return candidates.filter(({ row }) => kept.has(row));
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
