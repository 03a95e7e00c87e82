/** Scripts that are written without spaces between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+/gu;
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;

export interface SearchText {
  /** For unicode61: without the unspaced runs, which it would glue to the letters and digits beside them. */
  words: string;
  /** Every two neighbouring characters of an unspaced run, and its last one alone. */
  pairs: string;
}

/** What is stored for a text, so that `searchExpression` finds it. */
export function searchText(text: string): SearchText {
  const normal = text.normalize('NFKC');
  const runs = normal.match(UNSPACED) ?? [];
  return {
    words: normal.replace(UNSPACED, ' '),
    pairs: runs.map((run) => pairsOf(run).join(' ')).join(' '),
  };
}

/**
 * An FTS5 expression for what the user typed: all words must occur, each as a beginning; in unspaced
 * scripts any stretch of one character or more is found, also in the middle of a run.
 *
 * @returns null when there is nothing to look for
 */
export function searchExpression(query: string): string | null {
  const text = query.normalize('NFKC');
  const runs = text.match(UNSPACED) ?? [];
  const words = text.replace(UNSPACED, ' ').match(WORD) ?? [];
  const terms = [...words.map((word) => `words : "${word}" *`), ...runs.map(runTerm)];
  return terms.length > 0 ? terms.join(' AND ') : null;
}

function runTerm(run: string): string {
  const characters = [...run];
  // Every character but the last begins a pair, and the last stands alone: a prefix finds each of them.
  if (characters.length === 1) return `pairs : "${run}" *`;
  return `pairs : "${neighbours(characters).join(' ')}"`;
}

function pairsOf(run: string): string[] {
  const characters = [...run];
  return [...neighbours(characters), characters.at(-1) ?? ''];
}

function neighbours(characters: readonly string[]): string[] {
  return characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`);
}
