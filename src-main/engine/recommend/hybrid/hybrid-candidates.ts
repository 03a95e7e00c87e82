import { hasVector } from '../../kernel/vector-rows';
import type { WorkTable } from '../../storage/work-table';
import { contentScore, type ContentModel } from '../content/content-model';
import { BEST, mostWantedFirst, type Candidate, type Candidates } from '../list/candidates';
import type { Taste } from '../taste';
import { togetherScores, type Together } from './together';
import { togetherWeight } from './together-weight';

export interface HybridCandidates extends Candidates {
  /** What the choices of others add to the affinity by content, by id. */
  added: ReadonlyMap<number, number>;
}

/** Works that content draws most among those that the weight is learnt on. */
const MOST_DRAWN = 200;
/** Less is rounding. */
const LEAST_REACH = 1e-6;

/**
 * Adds to the affinity by content how well a work goes with what is liked by the choices of others, as much as was learnt
 * that it counts. At weight 1 the work that goes best with it gains what the work nearest by content is ahead of an ordinary
 * one; of what nobody else chose nothing is said. So a work that content would never bring can come up.
 *
 * @param candidates by content alone
 */
export function hybridCandidates(
  table: WorkTable,
  taste: Taste,
  model: ContentModel,
  candidates: Candidates,
  together: Together | null,
): HybridCandidates {
  const scores = together && togetherScores(together, taste.liked);
  if (!together || !scores) return { ...candidates, added: new Map() };
  const reach = reachOf(candidates);
  const chosen = openWorksOf(table, taste, model, together);
  const drawn = candidates.best.slice(0, MOST_DRAWN);
  const open = [...drawn, ...candidates.far, ...chosen].map(({ row, affinity }) => ({
    id: table.ids[row]!,
    content: affinity / reach,
  }));
  const goesWith = (id: number): number => scores[together.placeOf.get(id) ?? -1] ?? 0;
  const { onBoards } = together;
  const weight = reach * togetherWeight({ taste, model, open, reach, goesWith, onBoards });
  const added = new Map(Array.from(together.model.works, (id) => [id, weight * goesWith(id)]));
  const raised = chosen.map(({ row, affinity }) => ({
    row,
    affinity: affinity + added.get(table.ids[row]!)!,
  }));
  const others = candidates.best.filter(({ row }) => !added.has(table.ids[row]!));
  const best = [...raised, ...others].sort(mostWantedFirst).slice(0, BEST);
  return { ...candidates, best, added };
}

/** How far the best by content is ahead of a work in the middle, which is the best of the half that is drawn least. */
function reachOf({ best, far }: Candidates): number {
  const middle = far.reduce((most, { affinity }) => Math.max(most, affinity), -Infinity);
  const reach = (best[0]?.affinity ?? 0) - middle;
  // Where content tells nothing apart, what is liked counts 1 as it does there.
  return Number.isFinite(reach) && reach > LEAST_REACH ? reach : 1;
}

/** Works that others chose and the person has no opinion of, with their affinity by content. */
function openWorksOf(
  table: WorkTable,
  taste: Taste,
  model: ContentModel,
  { model: { works } }: Together,
): Candidate[] {
  const { data, dim } = table.style;
  return Array.from(works).flatMap((id) => {
    const row = table.rowOf.get(id);
    if (row === undefined || taste.judged.has(id) || !hasVector(data, dim, row)) return [];
    return [{ row, affinity: contentScore(table, model, row) }];
  });
}
