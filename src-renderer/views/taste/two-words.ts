import type { GroupOfTwo, Profile, TasteComparison, TraitOfTwo } from '../../../src-main/contract';
import { formatCount, m } from '../../i18n';

export interface Names {
  readonly a: string;
  readonly b: string;
  /** The same where the sentence does not begin with them. */
  readonly inA: string;
  readonly inB: string;
}

/** How two profiles are called in sentences: the own one is addressed. */
export function namesOf(a: Profile | undefined, b: Profile | undefined): Names {
  const begins = (profile: Profile | undefined): string =>
    !profile || profile.builtIn ? m.taste_you() : m.taste_name({ name: profile.name });
  const within = (profile: Profile | undefined): string =>
    !profile || profile.builtIn ? m.taste_you_object() : m.taste_name({ name: profile.name });
  return { a: begins(a), b: begins(b), inA: within(a), inB: within(b) };
}

const CLOSE = 0.5;
const RELATED = 0.15;
/** Who likes so many of the same works is no stranger, whatever else they like. */
const MEETING = 0.2;
/** In standard deviations of the library: less is not seen. */
const NOTABLE = 0.3;

/** Whether enough is known of both to speak of works. */
export function bothKnown({ agreement }: TasteComparison): boolean {
  return agreement !== null;
}

/** What two tastes have to do with each other, in one sentence. */
export function agreementInWords(comparison: TasteComparison, names: Names): string {
  const { agreement } = comparison;
  const two = { a: names.a, b: names.inB };
  if (agreement === null) return m.taste_two_unknown(two);
  if (agreement >= CLOSE) return m.taste_two_close(two);
  if (agreement >= RELATED) return m.taste_two_related(two);
  if (overlapOf(comparison) >= MEETING) return m.taste_two_mixed(two);
  return agreement > -RELATED ? m.taste_two_strange(two) : m.taste_two_opposed(two);
}

/** Share of what the one with fewer likes likes that the other likes too. */
function overlapOf({ a, b, likedByBoth }: TasteComparison): number {
  return likedByBoth.length / Math.max(1, Math.min(a.liked, b.liked));
}

/** Whose taste is not known yet, and what it takes. */
export function unknownOfTwo({ a, b }: TasteComparison, names: Names): string {
  return [
    { name: names.a, taste: a },
    { name: names.b, taste: b },
  ]
    .filter(({ taste }) => taste.certainty.level === 'unknown')
    .map(({ name, taste }) =>
      m.taste_two_lacking({
        name,
        liked: formatCount(taste.liked),
        fewest: formatCount(taste.certainty.fewest),
      }),
    )
    .join(m.portfolio_space());
}

/** Traits in which both lean away from the library to the same side, the strongest first. */
export function sharedTraits(traits: readonly TraitOfTwo[]): TraitOfTwo[] {
  const strength = ({ a, b }: TraitOfTwo): number => Math.min(Math.abs(a), Math.abs(b));
  return traits
    .filter((trait) => Math.sign(trait.a) === Math.sign(trait.b) && strength(trait) >= NOTABLE)
    .sort((one, other) => strength(other) - strength(one));
}

/** Groups that both like more of than the library has. */
export function sharedGroups(groups: readonly GroupOfTwo[]): GroupOfTwo[] {
  return groups.filter(({ a, b, library }) => Math.min(a, b) > library);
}

/** Traits that tell the two apart, the surest first; not more than a page can hold. */
export function partingTraits(traits: readonly TraitOfTwo[], most: number): TraitOfTwo[] {
  return traits.filter(({ apart }) => Math.abs(apart.value) >= NOTABLE).slice(0, most);
}
