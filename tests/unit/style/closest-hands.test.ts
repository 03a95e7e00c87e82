import { describe, expect, it } from 'vitest';
import { closestHands, learnStyles, type GivenLabel } from '../../../src-main/engine/style';
import { several, syntheticTable } from '../../support/synthetic-table';

/** Works 1-8 by one hand, 9-16 by a second, 17-18 by a third, 19 by a stranger, 20 not measured yet. */
const table = syntheticTable([
  ...several(8, { manner: 0 }),
  ...several(8, { manner: 1 }),
  ...several(2, { manner: 2 }),
  { manner: 5 },
  { manner: null },
]);
const by = (name: string, ...ids: number[]): GivenLabel[] =>
  ids.map((artworkId) => ({ artworkId, label: name }));
const model = learnStyles(table, [
  ...by('Ada', 1, 2, 3, 4),
  ...by('Bo', 9, 10, 11, 12),
  ...by('Cy', 17, 18),
]);

describe('closest hands', () => {
  it('name the likely hand first, with its nearest works as evidence', async () => {
    const answer = await closestHands(table, model, 6);
    expect(answer?.verdict).toBe('likely');
    expect(answer?.hands.map(({ name }) => name)).toHaveLength(3);
    const [first] = answer?.hands ?? [];
    expect(first?.name).toBe('Ada');
    expect(first?.works).toHaveLength(3);
    for (const { id, score, axes } of first?.works ?? []) {
      expect([1, 2, 3, 4]).toContain(id);
      expect(score).toBeCloseTo(axes.style, 6);
    }
    const scores = first?.works.map(({ score }) => score) ?? [];
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it('judge a work whose maker is known by the others, and never show it as its own evidence', async () => {
    const mistaken = learnStyles(table, [
      ...by('Ada', 1, 2, 3, 9),
      ...by('Bo', 10, 11, 12, 13),
      ...by('Cy', 17, 18),
    ]);
    const answer = await closestHands(table, mistaken, 9);
    expect(answer?.hands[0]?.name).toBe('Bo');
    for (const { works } of answer?.hands ?? []) expect(works.map(({ id }) => id)).not.toContain(9);
  });

  it('say none of these hands of a work that resembles nobody', async () => {
    expect((await closestHands(table, model, 19))?.verdict).toBe('none');
  });

  it('say nothing of a work that is not measured yet, or while only one hand is known', async () => {
    expect(await closestHands(table, model, 20)).toBeNull();
    const one = learnStyles(table, by('Ada', 1, 2, 3));
    expect(await closestHands(table, one, 6)).toBeNull();
  });
});
