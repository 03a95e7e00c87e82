import { AXES } from '../../../contract';
import type { Wishes } from './rank-works';

/** Whether two briefs ask for the same, so that the works fit the one as they fit the other. */
export function sameWishes(a: Wishes, b: Wishes): boolean {
  return (
    sameList(a.places, b.places) &&
    sameList(a.palette.flat(), b.palette.flat()) &&
    sameEach(a.images, b.images, (one, other) =>
      AXES.every((axis) => sameList(one[axis], other[axis])),
    ) &&
    sameEach(
      a.words,
      b.words,
      (one, other) => one.word === other.word && sameSet(one.works, other.works),
    ) &&
    sameList(a.look?.query ?? [], b.look?.query ?? [])
  );
}

/** Whether two lists hold the same numbers in the same order. */
export function sameList(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function sameEach<T>(a: readonly T[], b: readonly T[], same: (one: T, other: T) => boolean) {
  return a.length === b.length && a.every((one, i) => same(one, b[i]!));
}

function sameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}
