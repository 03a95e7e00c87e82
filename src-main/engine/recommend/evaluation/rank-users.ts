import { ndcgAt } from '../../kernel/ndcg';
import { mean } from '../../kernel/statistics';
import { topRanked } from '../../kernel/top-ranked';
import { historyOf, rowOf, type Interactions, type Signals } from '../collaborative/interactions';
import type { Scorer } from '../collaborative/scorer';

/** Who is asked about, what is known of them, and what they are known to want. */
export interface Questions {
  /** Users with at least one wanted item. */
  users: readonly number[];
  /** What a user met is not suggested. */
  signals: Signals;
  /** What is wanted, by place in `users`; none of it was met. */
  wanted: readonly ReadonlySet<number>[];
}

/** Places that NDCG, coverage and Gini look at. */
export const LIST_LENGTH = 10;

/** @returns the questions whose answer is in `answers` and was not met already */
export function questionsOf(signals: Signals, answers: Interactions): Questions {
  const users: number[] = [];
  const wanted: Set<number>[] = [];
  for (let user = 0; user < answers.users; user++) {
    const known = new Set(rowOf(signals.met, user));
    const unseen = new Set(rowOf(answers, user).filter((item) => !known.has(item)));
    if (unseen.size === 0) continue;
    users.push(user);
    wanted.push(unseen);
  }
  return { users, signals, wanted };
}

/** Scores all items for each user in turn and hands them over with those met left out; `scores` is used again. */
export function eachRanking(
  scorer: Scorer,
  { users, signals }: Questions,
  use: (scores: Float64Array, place: number) => void,
): void {
  const scores = new Float64Array(signals.liked.items);
  users.forEach((user, place) => {
    scorer.score(historyOf(signals, user), scores);
    for (const item of rowOf(signals.met, user)) scores[item] = -Infinity;
    use(scores, place);
  });
}

/** The first `length` items for every user, over all items not met; of equal scores the lower number comes first. */
export function listsOf(scorer: Scorer, questions: Questions, length: number): Uint32Array[] {
  const lists: Uint32Array[] = [];
  eachRanking(scorer, questions, (scores) => lists.push(topRanked(scores, length)));
  return lists;
}

export function meanNdcg(lists: readonly ArrayLike<number>[], { wanted }: Questions): number {
  return mean(lists.map((list, place) => ndcgAt(LIST_LENGTH, list, wanted[place]!)));
}
