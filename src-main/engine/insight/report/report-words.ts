import type { TraitId } from '../../../contract';
import { wordsIn, type Language, type Say } from '../../wording';

/** A signed difference in one trait, as clusters and turning points name it. */
export interface Difference {
  id: TraitId;
  z: number;
}

/** The words of a report in one language, with the numbers and dates that go with them. */
export class ReportWords {
  readonly say: Say;
  private readonly tag: string;

  constructor(readonly language: Language) {
    this.say = wordsIn(language);
    this.tag = language === 'zh' ? 'zh-CN' : 'en-GB';
  }

  /** Up to twelve as a word, as a book would write it. */
  smallNumber(count: number): string {
    return this.say('report_numbers').split('|')[count] ?? this.number(count);
  }

  number(value: number): string {
    return new Intl.NumberFormat(this.tag).format(value);
  }

  /** @param share 0..1 */
  percent(share: number): string {
    const format = { style: 'percent', maximumFractionDigits: 0 } as const;
    return new Intl.NumberFormat(this.tag, format).format(share);
  }

  /** A day in full; what is no date stands as it is. */
  day(iso: string): string {
    const date = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
    if (Number.isNaN(date.getTime())) return iso;
    return new Intl.DateTimeFormat(this.tag, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
  }

  works(count: number): string {
    return count === 1
      ? this.say('report_works_one')
      : this.say('report_works_many', { count: this.number(count) });
  }

  traitName(id: TraitId): string {
    return this.say(`trait_${snake(id)}_name`);
  }

  /** As it stands within a sentence. */
  traitNameInside(id: TraitId): string {
    return this.traitName(id).toLowerCase();
  }

  /** 'darker' or 'lighter'. */
  tendency({ id, z }: Difference): string {
    return this.say(`trait_${snake(id)}_${z < 0 ? 'less' : 'more'}`);
  }

  /** At most the two strongest differences, joined as a sentence joins them. */
  tendencies(differences: readonly Difference[]): string {
    const [first, second] = differences.map((difference) => this.tendency(difference));
    if (!first) return '';
    return second ? this.say('report_and', { first, second }) : first;
  }

  /**
   * Groups by what sets each apart, as the application names them; where two would bear the same words, in whatever
   * order, a third one tells them apart.
   */
  groupNames(groups: readonly { traits: readonly Difference[] }[]): string[] {
    const keys = groups.map(({ traits }) => keyOf(traits));
    return groups.map(({ traits }, i) => {
      const alone = keys.indexOf(keyOf(traits)) === keys.lastIndexOf(keys[i] ?? '');
      return this.nameOf(traits.slice(0, alone ? 2 : 3));
    });
  }

  private nameOf(differences: readonly Difference[]): string {
    if (differences.length === 0) return this.say('map_group_plain');
    const name = differences
      .map((difference) => this.curatorWord(difference))
      .join(this.say('map_word_join'));
    return name.charAt(0).toUpperCase() + name.slice(1);
  }

  /** 'dark' or 'light'. */
  private curatorWord({ id, z }: Difference): string {
    return this.say(`map_word_${snake(id)}_${z < 0 ? 'less' : 'more'}`);
  }

  colourName(key: string): string {
    return this.say(`colour_${key.replaceAll('-', '_')}`);
  }
}

function snake(id: string): string {
  return id.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The two leading differences without their order. */
function keyOf(traits: readonly Difference[]): string {
  return traits
    .slice(0, 2)
    .map(({ id, z }) => `${id}${Math.sign(z)}`)
    .sort()
    .join();
}
