import type { ErrorCode, ErrorReport, Settled } from '../../src-main/contract';

/** A request that failed, with the contract's code; views word it through `errorWords`. */
export class BridgeError extends Error {
  override readonly name = 'BridgeError';
  readonly code: ErrorCode;
  readonly detail: NonNullable<ErrorReport['detail']>;

  constructor(report: ErrorReport) {
    super(report.message);
    this.code = report.code;
    this.detail = report.detail ?? {};
  }
}

/** The value of a settled request. @throws BridgeError when it failed */
export function unwrap<T>(settled: Settled<T>): T {
  if (settled.ok) return settled.value;
  throw new BridgeError(settled.error);
}

/** Whatever was thrown, as a BridgeError. */
export function asBridgeError(thrown: unknown): BridgeError {
  if (thrown instanceof BridgeError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new BridgeError({ code: 'request/internal', message });
}
