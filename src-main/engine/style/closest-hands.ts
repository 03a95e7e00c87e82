import type { ClosestHand, HandsAnswer } from '../../contract';
import type { WorkTable } from '../storage/work-table';
import type { StyleModel } from './my-styles';
import { nearestAmong } from './similar-works';

/** Hands that are named, and works by each of them that are shown beside the work. */
const HANDS = 3;
const WORKS_OF_A_HAND = 3;

/**
 * Whose hand a work looks like: what was learnt from works whose makers are known, with the nearest works by each hand as
 * the evidence. A work whose maker is known is judged by machines that have not seen it. Null while nothing could be
 * learnt, and for a work that is not embedded yet.
 */
export async function closestHands(
  table: WorkTable,
  model: StyleModel,
  id: number,
): Promise<Pick<HandsAnswer, 'verdict' | 'hands'> | null> {
  const judgement = model.judge(id);
  if (!judgement) return null;
  const worksOf = new Map(model.summary.labels.map(({ label, examples }) => [label, examples]));
  const hands: ClosestHand[] = [];
  for (const { label: name, p } of judgement.probabilities.slice(0, HANDS)) {
    const works = await nearestAmong(table, id, worksOf.get(name) ?? [], WORKS_OF_A_HAND);
    hands.push({ name, p, works });
  }
  const unsure = judgement.isFamiliar ? 'not-sure' : 'none';
  return { verdict: judgement.decision === null ? unsure : 'likely', hands };
}
