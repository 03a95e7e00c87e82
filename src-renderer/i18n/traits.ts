import type { TraitBand, TraitId } from '../../src-main/contract';
import { m } from './messages/messages';

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? Head extends Lowercase<Head>
    ? `${Head}${Snake<Tail>}`
    : `_${Lowercase<Head>}${Snake<Tail>}`
  : S;
type Underscored<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}_${Tail}`
  : S;
type TraitWord = 'name' | 'less' | 'more' | Underscored<TraitBand>;
type TraitKey = `trait_${Snake<TraitId>}_${TraitWord}`;

function wordOf(id: TraitId, word: TraitWord): string {
  const snake = id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return m[`trait_${snake}_${word}` as TraitKey]();
}

/** What is measured, as a noun. */
export function traitName(id: TraitId): string {
  return wordOf(id, 'name');
}

/** A short sentence for where a value stands within the library. */
export function traitSentence(id: TraitId, band: TraitBand): string {
  return wordOf(id, band.replace('-', '_') as Underscored<TraitBand>);
}

/** A short adjective for a difference: 'darker' or 'lighter'. @param difference signed */
export function traitTendency(id: TraitId, difference: number): string {
  return wordOf(id, difference < 0 ? 'less' : 'more');
}
