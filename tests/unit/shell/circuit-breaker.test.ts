import { describe, expect, it } from 'vitest';
import { CircuitBreaker } from '../../../src-main/shell/engine/circuit-breaker';

describe('the circuit breaker', () => {
  it('opens after too many failures in a short time, and lets one try pass after the cool-off', () => {
    let now = 0;
    const breaker = new CircuitBreaker(3, 1000, 500, () => now);
    for (const at of [0, 100, 200]) {
      now = at;
      expect(breaker.isOpen).toBe(false);
      breaker.recordFailure();
    }
    expect(breaker.isOpen).toBe(true);
    expect(breaker.retryInMs).toBe(500);
    now = 701;
    expect(breaker.isOpen).toBe(false);
    breaker.recordFailure();
    expect(breaker.isOpen).toBe(true);
  });

  it('forgives failures that lie far apart', () => {
    let now = 0;
    const breaker = new CircuitBreaker(3, 1000, 500, () => now);
    for (let i = 0; i < 10; i++) {
      now += 600;
      breaker.recordFailure();
      expect(breaker.isOpen).toBe(false);
    }
  });
});
