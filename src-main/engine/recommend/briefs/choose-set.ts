import type { BriefAnswer, BriefBalance } from '../../../contract';
import { greedySet } from '../../kernel/greedy-set';
import { mean } from '../../kernel/statistics';
import type { WorkTable } from '../../storage/work-table';
import { isSamePicture } from '../same-picture';
import type { RankedWork } from './rank-works';
import { poolOf, SetWorth, type Pool } from './set-worth';

/** The set is chosen from so many that fit best; more would hardly change it and cost the square of their number. */
const POOL = 240;

export interface SetOptions {
  size: number;
  balance: BriefBalance;
  /** Ids of works that are in the set anyway, and of those that stay out. */
  locked: readonly number[];
  refused: readonly number[];
  /** Ids in the order that the user gave them. */
  order: readonly number[];
}

export interface ChosenSet {
  readonly works: readonly RankedWork[];
  readonly measures: BriefAnswer['measures'];
  /** Second renderings that were passed over. */
  readonly repeats: number;
}

/** The locked works first, then the others of the pool, with what they are worth together. */
interface Choice {
  readonly pool: Pool;
  /** Places of the locked works in the pool. */
  readonly locked: readonly number[];
  readonly repeats: number;
  worth(): SetWorth;
}

/**
 * The set of works that is worth most together, see `SetWorth`: locked works first, then by greedy choice. Of several
 * renderings of one picture only the one that fits best comes into question, and no work of fit 0: then the set is smaller.
 *
 * @param ranked works that come into question, the best fit first
 * @param locked the locked works, which need not be among `ranked`
 */
export function chooseSet(
  table: WorkTable,
  ranked: readonly RankedWork[],
  locked: readonly RankedWork[],
  options: SetOptions,
): ChosenSet {
  const choice = choiceFrom(table, ranked, locked, options);
  const worth = choice.worth();
  choice.locked.forEach((i) => worth.add(i));
  const wanted = Math.max(0, options.size - choice.locked.length);
  const chosen = greedySet(worth, openPlaces(choice), wanted);
  const places = inOrder([...choice.locked, ...chosen], choice.pool, options.order);
  return {
    works: places.map((i) => choice.pool.works[i]!),
    measures: measuresOf(choice.pool, places, worth),
    repeats: choice.repeats,
  };
}

/** A work that could stand in another's place, and by how much the worth of the set changes. */
export interface Replacement {
  readonly work: RankedWork;
  readonly change: number;
}

/** What could stand in the place of one work of a set, the best first. */
export function replacementsFor(
  table: WorkTable,
  ranked: readonly RankedWork[],
  set: readonly RankedWork[],
  id: number,
  options: SetOptions,
  limit: number,
): Replacement[] {
  const choice = choiceFrom(table, ranked, set, { ...options, locked: set.map((it) => it.id) });
  const worthWith = (places: readonly number[]): SetWorth => {
    const worth = choice.worth();
    places.forEach((i) => worth.add(i));
    return worth;
  };
  const before = worthWith(choice.locked).value;
  const rest = choice.locked.filter((i) => choice.pool.works[i]!.id !== id);
  const without = worthWith(rest);
  return openPlaces(choice)
    .map((i) => ({
      work: choice.pool.works[i]!,
      change: without.value + without.gain(i) - before,
    }))
    .sort((a, b) => b.change - a.change || a.work.id - b.work.id)
    .slice(0, limit);
}

function choiceFrom(
  table: WorkTable,
  ranked: readonly RankedWork[],
  locked: readonly RankedWork[],
  { balance, size, refused, locked: kept }: SetOptions,
): Choice {
  const out = new Set([...refused, ...kept]);
  const works: RankedWork[] = [...locked];
  let repeats = 0;
  for (const work of ranked) {
    // Nothing that was asked for is in it: nobody would send that.
    if (works.length >= POOL + locked.length || work.fit <= 0) break;
    if (out.has(work.id)) continue;
    if (works.some((other) => isSamePicture(table, work.row, other.row))) repeats++;
    else works.push(work);
  }
  const pool = poolOf(table, works);
  const inSet = locked.map((_, i) => i);
  // A set gathers around what the user settled, else around what fits best.
  const heart = inSet.length > 0 ? inSet : works.slice(0, size).map((_, i) => i);
  return {
    pool,
    locked: inSet,
    repeats,
    worth: () => new SetWorth(pool, balance, heart, Math.max(size, inSet.length)),
  };
}

function openPlaces({ pool, locked }: Choice): number[] {
  return Array.from(pool.works.keys()).slice(locked.length);
}

/** As the user ordered them; works without a place in that order follow as they are. */
function inOrder(places: readonly number[], { works }: Pool, order: readonly number[]): number[] {
  const placeOf = new Map(order.map((id, at) => [id, at]));
  const at = (i: number): number => placeOf.get(works[i]!.id) ?? order.length;
  return [...places].sort((a, b) => at(a) - at(b));
}

function measuresOf(
  { works, alike }: Pool,
  places: readonly number[],
  worth: SetWorth,
): BriefAnswer['measures'] {
  const pairs = places.flatMap((i, k) =>
    places.slice(0, k).map((j) => alike[i * works.length + j]!),
  );
  return {
    fit: mean(places.map((i) => works[i]!.fit)),
    cohesion: places.length > 1 ? mean(pairs) : places.length,
    variety: worth.variety,
  };
}
