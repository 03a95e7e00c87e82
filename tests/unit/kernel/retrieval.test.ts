import { describe, expect, it } from 'vitest';
import { leaveOneOutRetrieval } from '../../../src-main/engine/kernel/retrieval';

/** Unit vectors in the plane: the nearer two angles, the more alike. */
function atDegrees(...angles: number[]): Float32Array {
  return Float32Array.from(
    angles.flatMap((angle) => [
      Math.cos((angle * Math.PI) / 180),
      Math.sin((angle * Math.PI) / 180),
    ]),
  );
}

describe('leave-one-out retrieval', () => {
  it('finds everything where groups lie apart', () => {
    const { precisionAt1, averagePrecision } = leaveOneOutRetrieval(atDegrees(0, 5, 80, 90), 2, [
      'a',
      'a',
      'b',
      'b',
    ]);
    expect([...precisionAt1]).toEqual([1, 1, 1, 1]);
    expect([...averagePrecision]).toEqual([1, 1, 1, 1]);
  });

  it('takes the mean of the precisions at the ranks of the like', () => {
    // From 0 degrees the others come as a, b, a: (1/1 + 2/3) / 2.
    const vectors = atDegrees(0, 10, 20, 30);
    const { averagePrecision } = leaveOneOutRetrieval(vectors, 2, ['a', 'a', 'b', 'a']);
    expect(averagePrecision[0]).toBeCloseTo(5 / 6, 12);
  });

  it('asks nothing of an item alone in its group, and overlooks those without one', () => {
    const { precisionAt1, averagePrecision } = leaveOneOutRetrieval(
      atDegrees(0, 10, 25, 90, 45, 1),
      2,
      ['a', 'b', 'a', 'b', 'c', null],
    );
    expect([...precisionAt1]).toEqual([0, 0, 0, 0, Number.NaN, Number.NaN]);
    // Ranks of the one to find: 2nd after b; 4th; 3rd after b and c; 3rd after c and a.
    expect([...averagePrecision]).toEqual([1 / 2, 1 / 4, 1 / 3, 1 / 3, Number.NaN, Number.NaN]);
  });
});
