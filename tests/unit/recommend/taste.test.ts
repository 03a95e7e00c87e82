import { describe, expect, it } from 'vitest';
import { SaidOfWorks, tasteFrom, tasteOfSaid } from '../../../src-main/engine/recommend';
import { saidBy } from '../../../src-main/engine/recommend/profile/said-by-work';
import type { DatedSignal } from '../../../src-main/engine/recommend';

const AT = '2026-01-01T00:00:00.000Z';
const NOW = new Date(AT);

const signal = (
  kind: DatedSignal['kind'],
  artworkId: number,
  value: number | null = null,
): DatedSignal => ({
  kind,
  artworkId,
  value,
  otherId: null,
  at: AT,
});

describe('taste', () => {
  it('calls a liked work by the deed that is so still', () => {
    const said = new SaidOfWorks(saidBy([signal('rating', 1, 5), signal('like', 1)]));
    const { deeds } = tasteOfSaid(said, NOW, undefined, (_, of) => ({ ...of, rating: 2 }));
    expect(deeds.get(1)).toBe('liked');
  });

  it.each([
    { what: 'a like', signals: [signal('like', 1)], liked: 1, disliked: undefined },
    { what: 'a dislike', signals: [signal('dismissed', 1)], liked: undefined, disliked: 1 },
    { what: 'a favourite', signals: [signal('favourite', 1, 1)], liked: 1, disliked: undefined },
    {
      what: 'a favourite taken back',
      signals: [signal('favourite', 1, 1), signal('favourite', 1, 0)],
      liked: undefined,
      disliked: undefined,
    },
    { what: 'five stars', signals: [signal('rating', 1, 5)], liked: 1, disliked: undefined },
    { what: 'four stars', signals: [signal('rating', 1, 4)], liked: 0.5, disliked: undefined },
    { what: 'two stars', signals: [signal('rating', 1, 2)], liked: undefined, disliked: 0.5 },
    {
      what: 'five stars taken back',
      signals: [signal('rating', 1, 5), signal('rating', 1, 0)],
      liked: undefined,
      disliked: undefined,
    },
    {
      what: 'a like after a dislike',
      signals: [signal('dismissed', 1), signal('like', 1)],
      liked: 1,
      disliked: undefined,
    },
    {
      what: 'a dislike of a favourite',
      signals: [signal('favourite', 1, 1), signal('dismissed', 1)],
      liked: undefined,
      disliked: 1,
    },
    {
      what: 'two openings',
      signals: [signal('opened', 1), signal('opened', 1)],
      liked: undefined,
      disliked: undefined,
    },
    {
      what: 'three openings',
      signals: [signal('opened', 1), signal('opened', 1), signal('opened', 1)],
      liked: 0.3,
      disliked: undefined,
    },
  ])('from $what', ({ signals, liked, disliked }) => {
    const taste = tasteFrom(signals, NOW);
    expect(taste.liked.get(1)).toBe(liked);
    expect(taste.disliked.get(1)).toBe(disliked);
  });

  it('judges what has a reaction, a rating or a heart, not what was merely looked at', () => {
    const { judged } = tasteFrom(
      [
        signal('opened', 1),
        signal('rating', 2, 3),
        signal('dismissed', 3),
        signal('favourite', 4, 1),
      ],
      NOW,
    );
    expect([1, 2, 3, 4, 5].filter((id) => judged.has(id))).toEqual([2, 3, 4]);
  });

  it('learns from older likes while the works of the latest are away', () => {
    const older = Array.from({ length: 10 }, (_, i) => signal('like', i + 1));
    const away = Array.from({ length: 60 }, (_, i) => signal('like', 100 + i));
    const { liked } = tasteFrom([...older, ...away], NOW, (id) => id < 100);
    expect([...liked.keys()].sort((a, b) => a - b)).toEqual(
      older.map(({ artworkId }) => artworkId),
    );
  });

  it('lets no like grow younger by a choice that nobody could make', () => {
    const old = { ...signal('like', 1), at: '2024-11-01T00:00:00.000Z' };
    const cannotSay = { ...signal('choice', 1, 0), otherId: 2 };
    expect(tasteFrom([old, cannotSay], NOW).liked).toEqual(tasteFrom([old], NOW).liked);
  });

  it('learns from the sixty latest of a great many likes, but forgets no judgement', () => {
    const { liked, judged, everLiked } = tasteFrom(
      Array.from({ length: 100 }, (_, i) => signal('like', i + 1)),
      NOW,
    );
    expect(liked.size).toBe(60);
    expect(liked.has(100)).toBe(true);
    expect(liked.has(1)).toBe(false);
    expect(judged.has(1) && judged.has(100)).toBe(true);
    expect([...everLiked].length).toBe(100);
  });
});
