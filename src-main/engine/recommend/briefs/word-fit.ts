import { inverseDocumentFrequency } from '../../kernel/inverse-document-frequency';
import { quantile } from '../../kernel/statistics';
import { dotRows, hasVector } from '../../kernel/vector-rows';
import type { VectorTable, WorkTable } from '../../storage/work-table';

const MOST_WORDS = 12;
const SEPARATORS = /[\s,;.:!?，、；。：！？/]+/u;
/** Two Latin letters begin too many words to say anything. */
const TOO_SHORT = /^\p{Script=Latin}{1,2}$/u;

/** The words of a text that can be looked for, each once, twelve at most. */
export function wordsOf(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .split(SEPARATORS)
    .filter((word) => /[\p{L}\p{N}]/u.test(word) && !TOO_SHORT.test(word));
  return [...new Map(words.map((word) => [word.toLocaleLowerCase(), word])).values()].slice(
    0,
    MOST_WORDS,
  );
}

/** A word and the works of which it is said. */
export interface SaidWord {
  readonly word: string;
  readonly works: ReadonlySet<number>;
}

/** What a text is to a model that reads it: a unit vector, and the works' vectors it can be compared with. */
export interface TextLook {
  readonly query: Float32Array;
  readonly space: VectorTable;
}

export interface WordFit {
  /** 0..1; null where nothing is asked. */
  readonly fit: number | null;
  /** Words that are said of the work. */
  readonly said: string[];
}

/**
 * How well works answer the words of a brief: the larger of two. How much of the words is said of the work, each word by how
 * rare it is (words that are said of no work ask for nothing); and, where a model reads texts, how far the work rises above
 * the ordinary one in likeness to the whole text, the likest one being 1.
 */
export function wordFit(
  table: WorkTable,
  words: readonly SaidWord[],
  look: TextLook | null,
): (row: number) => WordFit {
  const weighed = words
    .filter(({ works }) => works.size > 0)
    .map((it) => ({ ...it, weight: inverseDocumentFrequency(it.works.size, table.ids.length) }));
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const seen = look && lookedLike(table, look);
  if (total === 0 && !seen) return () => ({ fit: null, said: [] });
  return (row) => {
    const said = weighed.filter(({ works }) => works.has(table.ids[row] ?? 0));
    const share = total > 0 ? said.reduce((sum, { weight }) => sum + weight, 0) / total : 0;
    return { fit: Math.max(share, seen?.(row) ?? 0), said: said.map(({ word }) => word) };
  };
}

/** Likeness to a text, from 0 for the ordinary work and below to 1 for the likest; null where none can be compared. */
function lookedLike(
  { ids }: WorkTable,
  { query, space: { data, dim } }: TextLook,
): ((row: number) => number) | null {
  if (dim === 0 || dim !== query.length) return null;
  const cosines = Float64Array.from(ids, (_, row) =>
    hasVector(data, dim, row) ? dotRows(query, 0, data, row, dim) : Number.NaN,
  );
  const known = cosines.filter((cosine) => !Number.isNaN(cosine)).sort();
  const ordinary = quantile(known, 0.5);
  const spread = (known.at(-1) ?? 0) - ordinary;
  if (!(spread > 0)) return null;
  return (row) => Math.max(0, ((cosines[row] ?? 0) - ordinary) / spread) || 0;
}
