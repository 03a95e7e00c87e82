import type { LikedStyle } from '../../../contract';
import { effectiveCount } from '../../kernel/effective-count';
import { wilsonInterval } from '../../kernel/wilson-interval';
import type { WeighedRow } from './recency';
import type { Surroundings } from './surroundings';

const MOST_OF_A_KIND = 4;
/** A word for a single work is no style that one likes. */
const FEWEST = 2;

/** The groups, the user's own words and the model's words that liked works fall under; of each kind the largest first. */
export function likedStyles(
  liked: readonly WeighedRow[],
  { groupOf, groups, labelOf, movementOf }: Surroundings,
): LikedStyle[] {
  const present = groups.reduce((sum, { size }) => sum + size, 0);
  const named = (kind: 'label' | 'movement', wordOf: (id: number) => string | null) =>
    largest(sharesOf(liked, ({ id }) => wordOf(id))).map(({ key, ...rest }): LikedStyle => {
      return { name: { kind, label: key }, libraryShare: null, ...rest };
    });
  const byGroup = sharesOf(liked, ({ row }) => groups[groupOf[row] ?? -1] ?? null);
  return [
    ...(groups.length > 1 ? largest(byGroup) : []).map(({ key, ...rest }): LikedStyle => {
      const name = { kind: 'group' as const, group: key.index, traits: key.traits };
      return { name, libraryShare: key.size / Math.max(1, present), ...rest };
    }),
    ...named('label', labelOf),
    ...named('movement', movementOf),
  ];
}

interface Share<Key> {
  key: Key;
  share: LikedStyle['share'];
  works: number[];
}

function largest<Key>(shares: Share<Key>[]): Share<Key>[] {
  return shares
    .filter(({ works }) => works.length >= FEWEST)
    .sort((a, b) => b.share.value - a.share.value)
    .slice(0, MOST_OF_A_KIND);
}

/** Liked works by what they fall under, with the share of each at 95 %. */
function sharesOf<Key>(
  liked: readonly WeighedRow[],
  keyOf: (work: WeighedRow) => Key | null,
): Share<Key>[] {
  const total = liked.reduce((sum, { weight }) => sum + weight, 0);
  const trials = Math.max(1, effectiveCount(liked.map(({ weight }) => weight)));
  const under = new Map<Key, WeighedRow[]>();
  for (const work of liked) {
    const key = keyOf(work);
    if (key !== null) under.set(key, [...(under.get(key) ?? []), work]);
  }
  return [...under].map(([key, works]) => {
    const value = Math.min(1, works.reduce((sum, { weight }) => sum + weight, 0) / total);
    const { low, high } = wilsonInterval(value * trials, trials);
    const strongest = works.toSorted((a, b) => b.weight - a.weight);
    return {
      key,
      share: { value, low: Math.min(low, value), high: Math.max(high, value) },
      works: strongest.map(({ id }) => id),
    };
  });
}
