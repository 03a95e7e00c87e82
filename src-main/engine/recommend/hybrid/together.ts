import type { TogetherModel } from './fit-together';
import type { TogetherRows } from './together-rows';

/** What others put together, ready to be asked. */
export interface Together {
  model: TogetherModel;
  /** Place of each work in the model, by id. */
  placeOf: ReadonlyMap<number, number>;
  people: readonly ReadonlySet<number>[];
  boards: readonly ReadonlySet<number>[];
  /** Works that stand on any board. */
  onBoards: ReadonlySet<number>;
}

/** @param model as `fitTogether` made it from the rows; null makes null */
export function togetherOf(rows: TogetherRows, model: TogetherModel | null): Together | null {
  if (!model) return null;
  return {
    model,
    placeOf: new Map(Array.from(model.works, (id, place) => [id, place])),
    people: rows.people.map((row) => new Set(row)),
    boards: rows.boards.map((row) => new Set(row)),
    onBoards: new Set(rows.boards.flat()),
  };
}

/** What liking one work says of another one; 0 where others say nothing of either. */
export function termOf({ model, placeOf }: Together, liked: number, other: number): number {
  const [from, to] = [placeOf.get(liked), placeOf.get(other)];
  if (from === undefined || to === undefined) return 0;
  return model.terms[from * model.works.length + to]!;
}

/**
 * How well each work of the model goes with what is liked, a liked work judged by the others alone: sums of terms, at most 1,
 * which is the work that goes best with it, be it liked already or not. Null where others say nothing of it.
 *
 * @param liked weights > 0 by id
 */
export function togetherScores(
  { model, placeOf }: Together,
  liked: ReadonlyMap<number, number>,
): Float64Array | null {
  const count = model.works.length;
  const scores = new Float64Array(count);
  for (const [id, weight] of liked) {
    const row = placeOf.get(id);
    if (row === undefined) continue;
    for (let to = 0, at = row * count; to < count; to++, at++)
      scores[to]! += weight * model.terms[at]!;
  }
  const highest = scores.reduce((most, score) => Math.max(most, score), 0);
  return highest > 0 ? scores.map((score) => score / highest) : null;
}
