import type { ErrorCode } from '../../src-main/contract';
import { m } from './messages/messages';

export interface ErrorWords {
  /** What happened, in one sentence. */
  cause: string;
  /** What the user can do about it. */
  next: string;
}

type Replace<S extends string, From extends string> = S extends `${infer Head}${From}${infer Tail}`
  ? Replace<`${Head}_${Tail}`, From>
  : S;
type ErrorKey = Replace<Replace<ErrorCode, '/'>, '-'>;

/** Words an error of the contract in the user's language. */
export function errorWords(code: ErrorCode): ErrorWords {
  const key = code.replaceAll(/[/-]/g, '_') as ErrorKey;
  return { cause: m[`error_${key}_cause`](), next: m[`error_${key}_next`]() };
}
