import { expect, it } from 'vitest';
import {
  decisionOf,
  trainSupportVectors,
} from '../../../src-main/engine/kernel/support-vector-machine';

/*
 * Hard margin, linear: +1 at (1, 2) and (3, 3), -1 at (2, 1). All three lie on the margin:
 *   w1 + 2 w2 + b = 1,  3 w1 + 3 w2 + b = 1,  2 w1 + w2 + b = -1.
 * The second less the first gives w2 = -2 w1, then the third b = -1 and the first w1 = -2/3, so w2 = 4/3.
 * From w = a1 (1, 2) + a2 (3, 3) - a3 (2, 1) and a1 + a2 = a3 follow a = (8/9, 2/9, 10/9), none of them negative: it is the
 * optimum. The margin is 2 / |w| = 3 / sqrt(5).
 */
it('the widest margin between three points is the one found by hand', () => {
  const points = [
    [1, 2],
    [3, 3],
    [2, 1],
  ] as const;
  const kernel = (a: readonly number[], b: readonly number[]) => a[0]! * b[0]! + a[1]! * b[1]!;
  const machine = trainSupportVectors({
    gram: Float64Array.from(points.flatMap((a) => points.map((b) => kernel(a, b)))),
    signs: Int8Array.of(1, 1, -1),
    bounds: new Float64Array(3).fill(1e6),
  });
  [8 / 9, 2 / 9, -10 / 9].forEach((c, i) => expect(machine.coefficients[i]).toBeCloseTo(c, 2));
  const w = [0, 1].map((axis) =>
    points.reduce((sum, point, i) => sum + machine.coefficients[i]! * point[axis]!, 0),
  );
  expect(w[0]).toBeCloseTo(-2 / 3, 2);
  expect(w[1]).toBeCloseTo(4 / 3, 2);
  expect(machine.rho).toBeCloseTo(1, 2);
  expect(2 / Math.hypot(...w)).toBeCloseTo(3 / Math.sqrt(5), 2);
  // (2, 2): -4/3 + 8/3 - 1 = 1/3.
  const row = points.map((point) => kernel(point, [2, 2]));
  expect(decisionOf(machine, row)).toBeCloseTo(1 / 3, 2);
});
