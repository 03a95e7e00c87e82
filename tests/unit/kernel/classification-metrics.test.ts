import { describe, expect, it } from 'vitest';
import { balancedAccuracy } from '../../../src-main/engine/kernel/balanced-accuracy';
import { confusionCounts } from '../../../src-main/engine/kernel/confusion-counts';
import { expectedCalibrationError } from '../../../src-main/engine/kernel/expected-calibration-error';
import { macroF1 } from '../../../src-main/engine/kernel/macro-f1';
import { accuracyAtCoverage } from '../../../src-main/engine/kernel/risk-coverage';

describe('the expected calibration error', () => {
  it('weighs the gap of each bin by its size', () => {
    // Bins {0.6, 0.7} and {0.8, 0.9}: |1/2 - 0.65| and |2/2 - 0.85|, each half of the items.
    const error = expectedCalibrationError([0.9, 0.6, 0.8, 0.7], [1, 1, 1, 0], 2);
    expect(error).toBeCloseTo(0.15, 12);
  });

  it('is 0 when one in two answers at 50 % is right, and the gap when none is', () => {
    expect(expectedCalibrationError([0.5, 0.5, 0.5, 0.5], [1, 0, 0, 1], 2)).toBe(0);
    expect(expectedCalibrationError([0.5, 0.5], [0, 0], 1)).toBe(0.5);
  });

  it('puts every item into one of 15 bins, also when there are fewer items or they do not divide', () => {
    // Each alone in a bin: (0.1 + 0.2 + 0.3) / 3.
    expect(expectedCalibrationError([0.9, 0.8, 0.3], [1, 1, 0])).toBeCloseTo(0.2, 12);
    const many = new Array<number>(47).fill(0.7);
    expect(expectedCalibrationError(many, new Array<number>(47).fill(0))).toBeCloseTo(0.7, 12);
    expect(expectedCalibrationError([], [])).toBeNaN();
  });
});

describe('accuracy at a coverage', () => {
  it('is that of the surest share', () => {
    // In order of confidence: right, right, wrong, wrong, wrong.
    const of = accuracyAtCoverage([0.9, 0.5, 0.8, 0.6, 0.7], [1, 0, 1, 0, 0], [0.4, 0.6, 0.8, 1]);
    expect(of).toEqual([1, 2 / 3, 2 / 4, 2 / 5]);
  });

  it('takes at least one item, and is unknown of nothing', () => {
    expect(accuracyAtCoverage([0.3, 0.9], [0, 1], [0.01])).toEqual([1]);
    expect(accuracyAtCoverage([], [], [0.4])).toEqual([Number.NaN]);
  });
});

describe('a confusion of three classes that occur and one that does not', () => {
  const confusion = confusionCounts([0, 0, 0, 1, 1, 2], [0, 0, 1, 1, 1, 0], 4);

  it('counts truth in rows and answers in columns', () => {
    expect(confusion).toEqual([
      [2, 1, 0, 0],
      [0, 2, 0, 0],
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('has the mean recall (2/3 + 1 + 0) / 3', () => {
    expect(balancedAccuracy(confusion)).toBeCloseTo(5 / 9, 12);
    expect(balancedAccuracy([[0]])).toBeNaN();
  });

  it('has the mean F1 (4/6 + 4/5 + 0) / 3', () => {
    expect(macroF1(confusion)).toBeCloseTo(22 / 45, 12);
    expect(macroF1([[0]])).toBeNaN();
  });
});
