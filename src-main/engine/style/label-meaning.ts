import type { LabelMeaning } from '../../contract';
import { labelKey } from './evaluated-work';
import { namesOf } from './label-names';

/** What the words of a person can mean: labels of the model's heads, and authors of works. */
export interface Vocabulary {
  movements: readonly string[];
  genres: readonly string[];
  authors: Iterable<string>;
}

/**
 * Makes a function that says what a label means: a movement or a genre of the model, by its own name or one that
 * people have for it in English or Chinese, in any case and with or without accents; else an author of works; else
 * a word of the person's own. Names of movements come before those of genres, and these before those of authors.
 */
export function labelReader(vocabulary: Vocabulary): (label: string) => LabelMeaning {
  const meanings = new Map<string, LabelMeaning>();
  const learn = (word: string, meaning: LabelMeaning): void => {
    const key = wordKey(word);
    if (!meanings.has(key)) meanings.set(key, meaning);
  };
  for (const [kind, labels] of [
    ['movement', vocabulary.movements],
    ['genre', vocabulary.genres],
  ] as const)
    for (const name of labels)
      for (const word of namesOf(labelKey(name))) learn(word, { kind, name });
  for (const name of vocabulary.authors) learn(name, { kind: 'artist', name });
  return (label) => meanings.get(wordKey(label)) ?? { kind: 'other', name: null };
}

function wordKey(word: string): string {
  return labelKey(word.normalize('NFKD').replaceAll(/\p{Mark}/gu, ''));
}
