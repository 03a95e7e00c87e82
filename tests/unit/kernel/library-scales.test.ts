import { describe, expect, it } from 'vitest';
import { axisSimilarity, measureAxis } from '../../../src-main/engine/kernel/axis-similarity';
import { columnMoments, standardiseColumns } from '../../../src-main/engine/kernel/column-moments';
import { ColumnRanks } from '../../../src-main/engine/kernel/column-ranks';
import { evenlySpaced } from '../../../src-main/engine/kernel/evenly-spaced';
import { meanShiftGap } from '../../../src-main/engine/kernel/mean-shift-gap';
import { relaxOverlaps } from '../../../src-main/engine/kernel/relax-overlaps';
import { remember } from '../../../src-main/engine/kernel/remember';
import { extremeColumns, sharedColumn } from '../../../src-main/engine/kernel/telling-ranks';

describe('axis similarity', () => {
  /** Unit vectors at these angles, so that the cosines are known. */
  const fan = (...degrees: number[]) =>
    Float32Array.from(
      degrees.flatMap((d) => [Math.cos((d * Math.PI) / 180), Math.sin((d * Math.PI) / 180)]),
    );

  it('is 1 for the same and 0 for the least alike of the library', () => {
    const scale = measureAxis(fan(0, 20, 40, 60), 2);
    expect(scale.floor).toBeCloseTo(Math.cos(Math.PI / 3), 1);
    expect(axisSimilarity(1, scale)).toBe(1);
    expect(axisSimilarity(-1, scale)).toBe(0);
    expect(axisSimilarity((1 + scale.floor) / 2, scale)).toBeCloseTo(0.5, 6);
  });

  it('leaves works that are not measured out of the scale', () => {
    const withGap = Float32Array.of(...fan(0, 20, 40), 0, 0);
    expect(measureAxis(withGap, 2)).toEqual(measureAxis(fan(0, 20, 40), 2));
  });

  it('keeps a length in a library of copies, and has one without any', () => {
    expect(axisSimilarity(1, measureAxis(fan(10, 10, 10), 2))).toBe(1);
    expect(measureAxis(new Float32Array(0), 0)).toEqual({ floor: 0, median: 0 });
  });
});

describe('columns of a library', () => {
  it('are ranked each by itself, ties in the middle of their ranks', () => {
    const data = Float32Array.of(10, 1, 30, 1, 20, 1, 20, 2);
    const ranks = new ColumnRanks(data, 2);
    expect([0, 1, 2, 3].flatMap((row) => [...ranks.at(row)])).toEqual(
      [0, 100 / 3, 100, 100 / 3, 50, 100 / 3, 50, 100].map(Math.fround),
    );
  });

  it('stand at 50 for a single work', () => {
    expect([...new ColumnRanks(Float32Array.of(7, 8), 2).at(0)]).toEqual([50, 50]);
  });

  it('have means and deviations, also of some rows only', () => {
    const data = Float32Array.of(1, 5, 3, 5, 8, 5);
    expect([...columnMoments(data, 2, [0, 1]).mean]).toEqual([2, 5]);
    expect([...columnMoments(data, 2, [0, 1]).deviation]).toEqual([1, 0]);
    expect(columnMoments(data, 2).mean[0]).toBe(4);
    expect(standardiseColumns(Float32Array.of(1, 5, 3, 5), 2)).toEqual(
      Float32Array.of(-1, 0, 1, 0),
    );
  });

  it('tell where two works agree and what is extreme', () => {
    expect(sharedColumn([50, 90, 10], [52, 95, 80])).toBe(1);
    expect(sharedColumn([50, 90], [50, 10])).toBe(-1);
    expect(extremeColumns([50, 95, 2, 81], 30)).toEqual([2, 1, 3]);
  });
});

describe('mean shift gap', () => {
  it('is the distance of the means over the spread within', () => {
    // means 1 and 5, every row 1 away from its own
    expect(meanShiftGap(Float32Array.of(0, 2, 4, 6), 1, 0, 2, 4)).toBeCloseTo(4, 6);
  });

  it('is 0 without a shift and bounded without a spread', () => {
    expect(meanShiftGap(Float32Array.of(1, 1, 1, 1), 1, 0, 2, 4)).toBe(0);
    expect(meanShiftGap(Float32Array.of(1, 1, 3, 3), 1, 0, 2, 4)).toBeCloseTo(1000, 3);
  });
});

describe('relaxing overlaps', () => {
  const least = (p: Float32Array) => {
    let smallest = Infinity;
    for (let i = 0; i < p.length; i += 2)
      for (let j = 0; j < i; j += 2)
        smallest = Math.min(smallest, Math.hypot(p[i]! - p[j]!, p[i + 1]! - p[j + 1]!));
    return smallest;
  };

  it('parts points that lie upon one another', () => {
    const positions = new Float32Array(24);
    relaxOverlaps(positions, { gap: 0.1, rounds: 60 });
    expect(least(positions)).toBeGreaterThan(0.08);
  });

  it('leaves points alone that have room', () => {
    const positions = Float32Array.of(0, 0, 1, 0, 0, 1);
    relaxOverlaps(positions, { gap: 0.5 });
    expect([...positions]).toEqual([0, 0, 1, 0, 0, 1]);
  });
});

describe('small helpers', () => {
  it('spread a sample evenly', () => {
    expect([...evenlySpaced(10, 5)]).toEqual([0, 2, 4, 6, 8]);
    expect([...evenlySpaced(3, 5)]).toEqual([0, 1, 2]);
  });

  it('derive once from one object', () => {
    let derived = 0;
    const sizeOf = remember((list: number[]) => {
      derived++;
      return list.length;
    });
    const list = [1, 2];
    expect([sizeOf(list), sizeOf(list), sizeOf([1])]).toEqual([2, 2, 1]);
    expect(derived).toBe(2);
  });
});
