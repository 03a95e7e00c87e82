/**
 * Stops a crash loop: after `limit` failures within `windowMs` the circuit is open and stays so for
 * `coolOffMs`; then one more try is allowed.
 */
export class CircuitBreaker {
  private failures: number[] = [];

  constructor(
    private readonly limit: number,
    private readonly windowMs: number,
    private readonly coolOffMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  recordFailure(): void {
    const now = this.now();
    this.failures = [...this.failures.filter((at) => now - at < this.windowMs), now].slice(
      -this.limit,
    );
  }

  get isOpen(): boolean {
    const last = this.failures.at(-1);
    if (last === undefined || this.failures.length < this.limit) return false;
    return this.now() - last < this.coolOffMs;
  }

  /** Milliseconds until the next try is allowed; 0 while the circuit is closed. */
  get retryInMs(): number {
    const last = this.failures.at(-1);
    return this.isOpen && last !== undefined ? this.coolOffMs - (this.now() - last) : 0;
  }
}
