import { Tokenizer } from '@huggingface/tokenizers';

import { EngineError } from '../../contract/errors';
import type { ModelText } from '../../contract/manifest';

/** Token ids of a text, exactly `contextLength` of them, and how many of them are no padding. */
export interface Tokens {
  ids: number[];
  used: number;
}

export type Tokenize = (text: string) => Tokens;

/**
 * Makes a tokenizer of a `tokenizer.json`, as it stands: its own normaliser, splitter and special tokens.
 *
 * @throws EngineError 'model/run-failed' when it cannot be made, or holds a part that is not known
 */
export function openTokenizer(
  json: unknown,
  { contextLength, padId }: Pick<ModelText, 'contextLength' | 'padId'>,
): Tokenize {
  const tokenizer = made(json);
  return (text) => {
    const ids = shortened(tokenizer.encode(text).ids, contextLength);
    const padding = Array.from({ length: contextLength - ids.length }, () => padId);
    return { ids: [...ids, ...padding], used: ids.length };
  };
}

function made(json: unknown): Tokenizer {
  try {
    return new Tokenizer(Object(json) as object, {});
  } catch (error) {
    throw new EngineError('model/run-failed', `The tokenizer cannot be read: ${String(error)}`);
  }
}

/** The last token stays: CLIP and SigLIP read their answer off the one that ends the text. */
function shortened(ids: number[], length: number): number[] {
  return ids.length <= length ? ids : [...ids.slice(0, length - 1), ...ids.slice(-1)];
}
