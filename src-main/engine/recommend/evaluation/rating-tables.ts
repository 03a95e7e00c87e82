import { seededRandom } from '../../kernel/random';
import { interactionsOf, type Interaction, type Signals } from '../collaborative/interactions';

export interface RatedItem {
  user: string;
  item: string;
  rating: number;
}

export interface RatingTables {
  train: readonly RatedItem[];
  /** What is tuned on; a part of `train` is taken where there is none. */
  valid: readonly RatedItem[] | null;
  test: readonly RatedItem[];
}

/** The tables as numbers. */
export interface NumberedTables {
  users: number;
  /** Different items of all three tables. */
  items: number;
  train: Table;
  valid: Table;
  test: Table;
}

interface Table {
  liked: Interaction[];
  met: Interaction[];
}

const SPLIT_SEED = 17;
/** Of the rows of `train`, where there is no table to tune on. */
const SPLIT_SHARE = 0.15;

/**
 * Numbers users and items in the order of their ids, so that the lower number of equal scores is the lower id.
 *
 * @param minRating rows below it were met and not liked; null takes every row for liked
 */
export function numberTables(tables: RatingTables, minRating: number | null): NumberedTables {
  const { train, valid } = tables.valid ? { ...tables, valid: tables.valid } : splitOff(tables);
  const all = [...train, ...valid, ...tables.test];
  const users = numbered(all.map(({ user }) => user));
  const items = numbered(all.map(({ item }) => item));
  const tableOf = (rows: readonly RatedItem[]): Table => {
    const met = rows.map(({ user, item }) => ({ user: users.get(user)!, item: items.get(item)! }));
    const isLiked = (_: Interaction, row: number) =>
      minRating === null || rows[row]!.rating >= minRating;
    return { met, liked: met.filter(isLiked) };
  };
  return {
    users: users.size,
    items: items.size,
    train: tableOf(train),
    valid: tableOf(valid),
    test: tableOf(tables.test),
  };
}

export function signalsOf({ users, items }: NumberedTables, tables: readonly Table[]): Signals {
  const all = (of: (table: Table) => Interaction[]) =>
    interactionsOf(tables.flatMap(of), users, items);
  return { liked: all(({ liked }) => liked), met: all(({ met }) => met) };
}

function splitOff({ train }: RatingTables) {
  const random = seededRandom(SPLIT_SEED);
  const taken = train.map(() => random() < SPLIT_SHARE);
  return {
    train: train.filter((_, row) => !taken[row]),
    valid: train.filter((_, row) => taken[row]),
  };
}

/** Whole numbers by their size, before all other ids by their characters. */
function numbered(ids: readonly string[]): Map<string, number> {
  const different = [...new Set(ids)];
  const whole = (id: string) => (/^\d{1,15}$/.test(id) ? Number(id) : Infinity);
  const keyed = different.map((id) => ({ id, number: whole(id) }));
  keyed.sort((a, b) => (a.number === b.number ? Number(a.id > b.id) - 0.5 : a.number - b.number));
  return new Map(keyed.map(({ id }, number) => [id, number]));
}
