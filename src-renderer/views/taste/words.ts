import type { LikedStyle, TasteProfile, TraitLeaning } from '../../../src-main/contract';
import { formatCount, formatPercent, locale, m, traitTendency } from '../../i18n';
import { labelName } from '../../i18n/label-name';
import { changeInWords } from '../portfolio/words';

/** Below this many standard deviations a leaning is not worth a word. */
const NOTABLE = 0.2;
/** Traits that are measured on a large scale of their own are written without decimals. */
const LARGE = 10;

/** How far a liking stands from the library in one trait, as one short sentence. */
export function leaningInWords({ id, difference, isSure }: TraitLeaning): string {
  const tendency = traitTendency(id, difference.value);
  if (isSure) return m.taste_trait_sure({ tendency });
  if (Math.abs(difference.value) < NOTABLE) return m.taste_trait_same();
  return m.taste_trait_perhaps({ tendency });
}

/** A trait's value with as many digits as mean something. */
export function traitValue(value: number): string {
  const digits = Math.abs(value) >= LARGE ? 0 : 2;
  return new Intl.NumberFormat(locale.current === 'zh' ? 'zh-CN' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** 'You lean towards darker, warmer works.' */
export function openingOf({ traits, liked }: TasteProfile, name: string | null): string {
  const sure = traits
    .filter(({ isSure }) => isSure)
    .map(({ id, difference }) => {
      return { id, z: difference.value };
    });
  const who = name === null ? '' : m.taste_name({ name });
  if (sure.length > 0) {
    const change = changeInWords(sure);
    return name === null ? m.taste_opening({ change }) : m.taste_opening_of({ name: who, change });
  }
  const count = formatCount(liked);
  return name === null
    ? m.taste_opening_none({ count })
    : m.taste_opening_none_of({ name: who, count });
}

/** What the taste is learnt from, and how well it is known. */
export function standingOf({ liked, passed, halfLifeDays, certainty }: TasteProfile): string {
  const works = { liked: formatCount(liked), passed: formatCount(passed) };
  const from = passed > 0 ? m.taste_learnt_both({ ...works }) : m.taste_learnt({ ...works });
  const age = m.taste_learnt_age({ days: formatCount(halfLifeDays) });
  return [from, age, CERTAINTY[certainty.level]()].join(m.portfolio_space());
}

const CERTAINTY = {
  unknown: m.taste_level_unknown,
  guess: m.taste_level_guess,
  fair: m.taste_level_fair,
  sure: m.taste_level_sure,
} as const;

/** What a group of liked works is called. @param groupName by the group's index */
export function styleName(
  { name }: Pick<LikedStyle, 'name'>,
  groupName: (group: number) => string,
): string {
  if (name.kind === 'group') return groupName(name.group);
  return name.kind === 'label' ? name.label : labelName(name.label);
}

/** '38 % of what you like (22–56 %), 14 % of the library'. */
export function shareInWords({ share, libraryShare }: LikedStyle): string {
  const range = {
    share: formatPercent(share.value),
    low: formatPercent(share.low),
    high: formatPercent(share.high),
  };
  return libraryShare === null
    ? m.taste_share({ ...range })
    : m.taste_share_of_library({ ...range, library: formatPercent(libraryShare) });
}
