import type { Reason } from '../../../contract';
import { commonDeed } from '../common-deed';
import type { Taste } from '../taste';
import { termOf, type Together } from './together';

type TogetherReason = Extract<Reason, { kind: 'together' }>;

const MOST_EVIDENCE = 4;

/**
 * Who put the work together with liked ones: the liked work that says most of it, who likes both or which boards hold both, and
 * further liked works of which the same is true. Without the works named the score is lower by their terms. Null where nobody
 * put it beside any of them.
 */
export function togetherReason(
  together: Together,
  taste: Taste,
  id: number,
): TogetherReason | null {
  const terms = [...taste.liked]
    .map(([liked, weight]) => ({ id: liked, amount: weight * termOf(together, liked, id) }))
    .filter((term) => term.amount > 0 && term.id !== id)
    .sort((a, b) => b.amount - a.amount);
  const people = together.people.filter((row) => row.has(id));
  const boards = together.boards.filter((row) => row.has(id));
  for (const { id: first } of terms) {
    const [by, rows] = strongest(first, people, boards);
    if (rows.length === 0) continue;
    const works = terms
      .map((term) => term.id)
      .filter((other) => rows.every((row) => row.has(other)))
      .slice(0, MOST_EVIDENCE);
    return { kind: 'together', by, count: rows.length, deed: commonDeed(taste, works), works };
  }
  return null;
}

type Rows = readonly ReadonlySet<number>[];

function strongest(first: number, people: Rows, boards: Rows): [TogetherReason['by'], Rows] {
  const [liking, holding] = [people, boards].map((rows) => rows.filter((row) => row.has(first)));
  return liking!.length >= holding!.length ? ['people', liking!] : ['boards', holding!];
}
