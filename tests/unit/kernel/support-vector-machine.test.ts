import { describe, expect, it } from 'vitest';
import {
  decisionOf,
  trainSupportVectors,
} from '../../../src-main/engine/kernel/support-vector-machine';

// prettier-ignore
const POINTS = [[0, 0], [1, 0], [0, 1], [1, 1], [2, 1], [1, 2], [2, 2], [3, 2], [2, 3], [3, 3], [1.5, 1.2], [1.4, 1.9]];
const SIGNS = [-1, -1, -1, -1, 1, 1, 1, 1, 1, 1, -1, 1];

const linear = (a: number[], b: number[]) => a[0]! * b[0]! + a[1]! * b[1]!;
const gaussian = (a: number[], b: number[]) =>
  Math.exp(-0.5 * ((a[0]! - b[0]!) ** 2 + (a[1]! - b[1]!) ** 2));

function train(kernel: (a: number[], b: number[]) => number, cost: number) {
  return trainSupportVectors({
    gram: Float64Array.from(POINTS.flatMap((a) => POINTS.map((b) => kernel(a, b)))),
    signs: Int8Array.from(SIGNS),
    bounds: new Float64Array(POINTS.length).fill(cost),
  });
}

describe('support vector machine', () => {
  // What LIBSVM 3.22 (libsvm-js 0.2.1, tolerance 1e-6) finds for the same points.
  it.each([
    {
      name: 'Gaussian, cost 1',
      kernel: gaussian,
      cost: 1,
      rho: -0.247754,
      coefficients: [
        -0.222113, -0.436558, -0.744773, -1, 1, 1, 0, 0.024313, 0, 0.528554, -1, 0.850577,
      ],
    },
    {
      name: 'Gaussian, cost 10',
      kernel: gaussian,
      cost: 10,
      rho: -0.8447,
      coefficients: [
        -0.87296, -0.03476, -0.417142, 0, 6.871109, 2.145045, 0, 0, 0, 0, -10, 2.308708,
      ],
    },
    {
      name: 'linear, cost 1',
      kernel: linear,
      cost: 1,
      rho: 1.988448,
      coefficients: [0, 0, -0.209386, -1, 1, 1, 0, 0, 0, 0, -1, 0.209386],
    },
  ])('$name agrees with LIBSVM', ({ kernel, cost, rho, coefficients }) => {
    const machine = train(kernel, cost);
    POINTS.forEach((point) => {
      const row = POINTS.map((other) => kernel(other, point));
      const expected = decisionOf({ coefficients: Float64Array.from(coefficients), rho }, row);
      expect(decisionOf(machine, row)).toBeCloseTo(expected, 2);
    });
    expect(machine.rho).toBeCloseTo(rho, 2);
  });

  it('keeps every weight within its bound and the two sides in balance', () => {
    const { coefficients } = train(gaussian, 1);
    coefficients.forEach((c, i) => {
      expect(Math.abs(c)).toBeLessThanOrEqual(1);
      expect(c * SIGNS[i]!).toBeGreaterThanOrEqual(0);
    });
    expect(coefficients.reduce((sum, c) => sum + c, 0)).toBeCloseTo(0, 9);
  });

  it('separates two points half-way', () => {
    const machine = trainSupportVectors({
      gram: Float64Array.of(1, 0, 0, 1),
      signs: Int8Array.of(1, -1),
      bounds: Float64Array.of(10, 10),
    });
    expect(decisionOf(machine, [1, 0])).toBeCloseTo(1, 6);
    expect(decisionOf(machine, [0, 1])).toBeCloseTo(-1, 6);
  });

  it('refuses a kernel matrix of another size', () => {
    expect(() =>
      trainSupportVectors({
        gram: new Float64Array(3),
        signs: Int8Array.of(1, -1),
        bounds: Float64Array.of(1, 1),
      }),
    ).toThrow('Expected 4 kernel values');
  });
});
