import { describe, expect, it } from 'vitest';
import { listwiseWeights } from '../../../src-main/engine/kernel/listwise-weights';

/** Candidates 0 and 1 of which the first was chosen `times` and the second `others` times. */
const choices = (times: number, others: number, ...features: number[][]) =>
  [...new Array<number>(times).fill(0), ...new Array<number>(others).fill(1)].map((place) => ({
    features: features.map((feature) => Float64Array.from(feature)),
    chosen: [place],
  }));

describe('listwise weights', () => {
  it('give the chances that were seen: 3 of 4 choose what has 1 more, so w = ln 3', () => {
    const [weight] = listwiseWeights(choices(3, 1, [1, 0]), 1);
    expect(weight).toBeCloseTo(Math.log(3), 2);
  });

  it('are 0 for a feature that misleads, and as high for the other as without it', () => {
    const groups = [...choices(3, 1, [1, 0], [0, 1]), ...choices(1, 1, [0, 0], [0, 1])];
    const [helps, misleads] = listwiseWeights(groups, 2);
    expect(misleads).toBeLessThan(0.02);
    expect(helps).toBeCloseTo(Math.log(3), 1);
  });

  it('let a group of four choices count twice one of a single choice', () => {
    const four = { features: [Float64Array.of(1, 0)], chosen: [0, 0, 0, 0] };
    const one = { features: [Float64Array.of(1, 0)], chosen: [1] };
    // 2 against 1.
    expect(listwiseWeights([four, one], 1)[0]).toBeCloseTo(Math.log(2), 2);
  });

  it('are the same where candidates of all groups are named once instead of in each', () => {
    const others = [Float64Array.of(0.5, -2, 0.1), Float64Array.of(1, 0.2, -0.7)];
    const own = [
      [0.9, 0.3],
      [0.1, 0.8],
      [-0.2, 0.4],
    ];
    const apart = own.map((work) => ({
      features: work.map((value) => Float64Array.of(value)),
      chosen: [0],
    }));
    const inEach = own.map((work) => ({
      features: work.map((value, f) => Float64Array.of(value, ...others[f]!)),
      chosen: [0],
    }));
    const [a, b] = [listwiseWeights(apart, 2, others), listwiseWeights(inEach, 2)];
    expect(a[0]).toBeGreaterThan(0.3);
    a.forEach((weight, f) => expect(weight).toBeCloseTo(b[f]!, 9));
  });
});
