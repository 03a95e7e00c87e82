import type { TraitId } from '../../src-main/contract';
import { m } from './messages/messages';

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${Snake<Tail>}`
    : `_${Lowercase<Head>}${Snake<Tail>}`
  : S;
type WordKey = `map_word_${Snake<TraitId>}_${'less' | 'more'}`;

/** How a curator would call works with less or more of a trait than the others: 'dark', 'fine-grained'. */
export function curatorWord({ id, z }: { id: TraitId; z: number }): string {
  const snake = id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return m[`map_word_${snake}_${z < 0 ? 'less' : 'more'}` as WordKey]();
}

/** Words as the name of a group: 'Dark, quiet, fine-grained'. */
export function groupNameOf(words: readonly string[]): string {
  if (words.length === 0) return m.map_group_plain();
  const name = words.join(m.map_word_join());
  return name.charAt(0).toUpperCase() + name.slice(1);
}
