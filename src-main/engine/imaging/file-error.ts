import { basename } from 'node:path';
import { EngineError, type ErrorCode, type ErrorReport } from '../../contract';

/** A coded error about one file; the message names it, the detail carries what the interface words. */
export function fileError(
  code: Extract<ErrorCode, `file/${string}`>,
  path: string,
  reason: string,
  detail: ErrorReport['detail'] = {},
): EngineError {
  return new EngineError(code, `${basename(path)}: ${reason}`, { ...detail, path });
}
