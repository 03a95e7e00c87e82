import { ERROR_CODES, type ErrorCode } from '../../src-main/contract';

/** A code as the contract knows it; `request/internal` for one it does not know. */
export function errorCodeOf(code: string): ErrorCode {
  return ERROR_CODES.find((known) => known === code) ?? 'request/internal';
}
