import type { TraitId } from '../../../src-main/contract';

export interface Telling {
  readonly id: TraitId;
  /** Signed difference from the library's mean, in standard deviations. */
  readonly z: number;
}

interface Naming {
  /** Traits of one family say nearly the same: 'colourful, vivid' is one word too many. */
  readonly family: string;
  /** How readily one names works by it: light and colour are seen at once, thirds only when one looks for them. */
  readonly weight: number;
}

const NAMING: Readonly<Record<TraitId, Naming>> = {
  lightness: { family: 'light', weight: 1.2 },
  contrast: { family: 'contrast', weight: 1 },
  saturation: { family: 'colour', weight: 1.1 },
  colourfulness: { family: 'colour', weight: 1.1 },
  temperature: { family: 'temperature', weight: 1.2 },
  hueSpread: { family: 'colour', weight: 0.9 },
  harmony: { family: 'harmony', weight: 0.5 },
  balance: { family: 'balance', weight: 0.5 },
  symmetry: { family: 'symmetry', weight: 0.6 },
  thirds: { family: 'thirds', weight: 0.3 },
  focus: { family: 'focus', weight: 0.8 },
  edgeDensity: { family: 'density', weight: 1.2 },
  orientation: { family: 'direction', weight: 0.9 },
  detailScale: { family: 'scale', weight: 1.1 },
};

/** The traits worth a word, most telling first: at most `most`, one of each family. */
export function tellingWords(traits: readonly Telling[], most = 3): Telling[] {
  const said = new Set<string>();
  const words: Telling[] = [];
  const weight = ({ id, z }: Telling): number => Math.abs(z) * NAMING[id].weight;
  for (const trait of [...traits].sort((one, other) => weight(other) - weight(one))) {
    if (words.length === most || said.has(NAMING[trait.id].family)) continue;
    said.add(NAMING[trait.id].family);
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
