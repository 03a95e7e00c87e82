import { describe, expect, it } from 'vitest';
import { shareOfOneStyle } from '../../../../src-main/engine/recommend/list/style-caps';
import { withinCaps } from '../../../../src-main/engine/recommend/list/within-caps';

describe('the share of a list that one style may take', () => {
  it('is all of it for a newcomer, whatever the slider says', () => {
    for (const likes of [0, 1, 3]) {
      expect(shareOfOneStyle(likes, 0)).toBe(1);
      expect(shareOfOneStyle(likes, 1)).toBe(1);
    }
  });

  it('shrinks by a twentieth with every further like', () => {
    expect(shareOfOneStyle(4, 0)).toBeCloseTo(0.95);
    expect(shareOfOneStyle(8, 0)).toBeCloseTo(0.75);
  });

  it('ends at 60 % with the slider at familiar and 30 % at surprising', () => {
    expect(shareOfOneStyle(500, 0)).toBeCloseTo(0.6);
    expect(shareOfOneStyle(500, 0.5)).toBeCloseTo(0.45);
    expect(shareOfOneStyle(500, 1)).toBeCloseTo(0.3);
  });
});

describe('places within the caps', () => {
  it('go by the order of the candidates; what is too much of one style stands aside in its order', () => {
    const candidates = [5, 6, 7, 8, 9].map((row) => ({ row, affinity: 1 / row }));
    const regionOf = (row: number) => (row === 8 ? 1 : 0);
    const caps = { regionOf, mostOf: () => 2, isUnknown: () => false };
    const { within, beyond } = withinCaps(candidates, caps);
    expect(within.map(({ row }) => row)).toEqual([5, 6, 8]);
    expect(beyond.map(({ row }) => row)).toEqual([7, 9]);
  });
});
