import { describe, expect, it } from 'vitest';
import {
  leaningsFrom,
  type DatedSignal,
} from '../../../../src-main/engine/recommend/profile/leanings';
import { remaining, weighed } from '../../../../src-main/engine/recommend/profile/recency';

const AT = '2026-03-01T10:00:00.000Z';
const signal = (
  kind: DatedSignal['kind'],
  artworkId = 1,
  value: number | null = null,
  otherId: number | null = null,
): DatedSignal => ({ kind, artworkId, value, otherId, at: AT });
const weights = (...signals: DatedSignal[]) =>
  Object.fromEntries(leaningsFrom(signals).map(({ id, weight }) => [id, weight]));

describe('what somebody makes of works', () => {
  it.each([
    { name: 'a like', signals: [signal('like')], expect: { 1: 1 } },
    { name: 'five stars', signals: [signal('rating', 1, 5)], expect: { 1: 1 } },
    { name: 'four stars', signals: [signal('rating', 1, 4)], expect: { 1: 0.5 } },
    { name: 'three stars', signals: [signal('rating', 1, 3)], expect: {} },
    { name: 'one star', signals: [signal('rating', 1, 1)], expect: { 1: -1 } },
    { name: 'a place on a board', signals: [signal('board-add')], expect: { 1: 0.8 } },
    {
      name: 'a place on a board, given up',
      signals: [signal('board-add'), signal('board-remove')],
      expect: {},
    },
    {
      name: 'a heart, taken back',
      signals: [signal('favourite', 1, 1), signal('favourite', 1, 0)],
      expect: {},
    },
    { name: 'two openings', signals: [signal('opened'), signal('opened')], expect: {} },
    {
      name: 'a choice of two',
      signals: [signal('choice', 1, 1, 2)],
      expect: { 1: 0.25, 2: -0.25 },
    },
    { name: 'a choice nobody could make', signals: [signal('choice', 1, 0, 2)], expect: {} },
    {
      name: 'few stars for what was opened often',
      signals: [signal('opened'), signal('opened'), signal('opened'), signal('rating', 1, 2)],
      expect: { 1: -0.5 },
    },
    {
      name: 'a dismissal after a like and five stars',
      signals: [signal('like'), signal('rating', 1, 5), signal('dismissed')],
      expect: { 1: -1 },
    },
    { name: 'time spent looking', signals: [signal('dwell', 1, 90_000)], expect: {} },
  ])('$name', ({ signals, expect: wanted }) => {
    expect(weights(...signals)).toEqual(wanted);
  });
});

describe('recency', () => {
  const now = new Date('2026-03-01T00:00:00Z');

  it('halves in half a year and never grows', () => {
    expect(remaining('2026-03-01T00:00:00Z', now)).toBe(1);
    expect(remaining('2025-09-02T00:00:00Z', now)).toBeCloseTo(0.5, 12);
    expect(remaining('2025-03-06T00:00:00Z', now)).toBeCloseTo(0.25, 12);
    expect(remaining('2027-01-01T00:00:00Z', now)).toBe(1);
  });

  it('leaves out works that are not in the library', () => {
    const leanings = [
      { id: 7, weight: -0.5, at: '2025-09-02T00:00:00Z' },
      { id: 8, weight: 1, at: '2026-03-01T00:00:00Z' },
    ];
    expect(weighed(new Map([[7, 3]]), leanings, now)).toEqual([{ id: 7, row: 3, weight: 0.25 }]);
  });
});
