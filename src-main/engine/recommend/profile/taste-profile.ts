import type { ProfileId, TasteProfile } from '../../../contract';
import type { WorkTable } from '../../storage/work-table';
import { leaningsFrom, likedOf, passedOf, type DatedSignal } from './leanings';
import { likedPalettes } from './liked-palettes';
import { likedStyles } from './liked-styles';
import { HALF_LIFE_DAYS, weighed } from './recency';
import type { Surroundings } from './surroundings';
import { tasteCertainty, type Known, type Turn } from './taste-certainty';
import { tasteMonths } from './taste-months';
import { traitLeanings } from './trait-leanings';

const DAY_MS = 86_400_000;

/** What somebody said, and when it is looked at. */
export interface TasteSource {
  profileId: ProfileId;
  /** In the order of time. */
  signals: readonly DatedSignal[];
  now: Date;
}

/** What is known of a taste, on works that the table holds. */
export function knownOf(table: WorkTable, { signals, now }: TasteSource): Known {
  const leanings = leaningsFrom(signals);
  const latest = likedOf(leanings).reduce(
    (last, { at }) => Math.max(last, Date.parse(at)),
    -Infinity,
  );
  return {
    liked: weighed(table.rowOf, likedOf(leanings), now),
    passed: weighed(table.rowOf, passedOf(leanings), now),
    daysSince: (now.getTime() - latest) / DAY_MS,
  };
}

/** A taste as a person can read it: palettes, styles, traits against the library, months, and how sure all this is. */
export async function tasteProfile(
  table: WorkTable,
  source: TasteSource,
  surroundings: Surroundings,
  turn: Turn,
): Promise<TasteProfile> {
  const known = knownOf(table, source);
  const { liked, passed } = known;
  return {
    profileId: source.profileId,
    works: table.ids.length,
    liked: liked.length,
    passed: passed.length,
    halfLifeDays: HALF_LIFE_DAYS,
    palettes: likedPalettes(table, liked, surroundings),
    styles: likedStyles(liked, surroundings),
    traits: traitLeanings(table, liked),
    months: tasteMonths(table, source.signals, surroundings),
    certainty: await tasteCertainty(table, known, surroundings, turn),
  };
}
