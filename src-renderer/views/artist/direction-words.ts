import type { Direction } from '../../../src-main/contract';
import {
  colourName,
  curatorWord,
  formatCount,
  formatPercent,
  groupNameOf,
  m,
  traitTendency,
} from '../../i18n';
import { tellingWords } from '../../lib/map/telling-words';

const WORDS_IN_NAME = 3;

export function directionKind({ kind }: Direction): string {
  return kind === 'style' ? m.artist_next_style() : m.artist_next_palette();
}

/** What a region is called: by its traits, or by its colour. */
export function directionName(direction: Direction): string {
  if (direction.kind === 'palette') return upper(colourName(direction.name));
  return groupNameOf(tellingWords(direction.traits, WORDS_IN_NAME).map(curatorWord));
}

/** What is so about it, in numbers. */
export function directionFacts(direction: Direction): string[] {
  if (direction.kind === 'palette') {
    const { beside, besideCount, count } = direction;
    return [
      m.artist_next_colour_beside({
        name: colourName(beside.name),
        beside: formatCount(besideCount),
        count: formatCount(count),
      }),
    ];
  }
  const { count, even, near, than } = direction;
  const inputs = { count: formatCount(count), even: formatCount(Math.round(even)) };
  const words = tellingWords(than, WORDS_IN_NAME).map(({ id, z }) => traitTendency(id, z));
  const facts = [
    count === 1 ? m.artist_next_style_count_one(inputs) : m.artist_next_style_count_many(inputs),
    m.artist_next_style_near({ share: formatPercent(near) }),
  ];
  if (words.length > 0)
    facts.push(m.artist_next_style_than({ words: words.join(m.artwork_list_separator()) }));
  return facts;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
