import type { TraitId } from '../../../src-main/contract';

export interface Telling {
  readonly id: TraitId;
  /** Signed difference from the library's mean, in standard deviations. */
  readonly z: number;
}

/** Traits of one family say nearly the same: 'colourful, vivid' is one word too many. */
const FAMILY: Readonly<Record<TraitId, string>> = {
  lightness: 'light',
  contrast: 'contrast',
  saturation: 'colour',
  colourfulness: 'colour',
  temperature: 'temperature',
  hueSpread: 'hue',
  harmony: 'harmony',
  balance: 'balance',
  symmetry: 'symmetry',
  thirds: 'thirds',
  focus: 'focus',
  edgeDensity: 'density',
  orientation: 'direction',
  detailScale: 'scale',
};

/** The traits worth a word, strongest first: at most `most`, one of each family. */
export function tellingWords(traits: readonly Telling[], most = 3): Telling[] {
  const said = new Set<string>();
  const words: Telling[] = [];
  for (const trait of traits) {
    if (words.length === most || said.has(FAMILY[trait.id])) continue;
    said.add(FAMILY[trait.id]);
    words.push(trait);
  }
  return words;
}

/**
 * Names for all groups, no two the same: two words each, a third or fourth where two would fall together, and a number
 * where even those do.
 *
 * @param word the adjective for one trait @param join puts adjectives together as a name
 */
export function distinctNames(
  groups: readonly (readonly Telling[])[],
  word: (trait: Telling) => string,
  join: (words: readonly string[]) => string,
): string[] {
  const taken = new Set<string>();
  const nameWith = (traits: readonly Telling[], most: number): string =>
    join(tellingWords(traits, most).map(word));
  const twoWords = groups.map((traits) => nameWith(traits, 2));
  return groups.map((traits, at) => {
    const isShared = twoWords.some((name, other) => other !== at && name === twoWords[at]);
    const candidates = [2, 3, 4].map((most) => nameWith(traits, most));
    const open = (isShared ? candidates.slice(1) : candidates).find((name) => !taken.has(name));
    let name = open ?? candidates.at(-1) ?? '';
    for (let number = 2; taken.has(name); number++) name = `${candidates[0]} ${number}`;
    taken.add(name);
    return name;
  });
}
