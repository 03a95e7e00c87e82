import { describe, expect, it } from 'vitest';
import { learnStyles, type GivenLabel } from '../../../src-main/engine/style';
import { several, syntheticTable } from '../../support/synthetic-table';

/** Works 1-10 in one manner, 11-20 in a second, 21-30 in a third, 31-32 in a fourth of their own. */
const table = syntheticTable([
  ...several(10, { manner: 0, traits: { lightness: 0.9 } }),
  ...several(10, { manner: 1 }),
  ...several(10, { manner: 2 }),
  ...several(2, { manner: 3 }),
]);
const label = (name: string, ...ids: number[]): GivenLabel[] =>
  ids.map((artworkId) => ({ artworkId, label: name }));

const THREE = [
  ...label('mist', 1, 2, 3),
  ...label('ink', 11, 12, 13),
  ...label('grid', 21, 22, 23),
];

describe('my styles', () => {
  it.each([
    { what: 'no label', given: [], needs: 'second-label' },
    { what: 'one label', given: label('mist', 1, 2, 3), needs: 'second-label' },
    {
      what: 'a second label with one work',
      given: [...label('mist', 1, 2), ...label('ink', 11)],
      needs: 'more-examples',
    },
    {
      what: 'works that are not in the library any more',
      given: [...label('mist', 1, 2), ...label('ink', 901, 902)],
      needs: 'more-examples',
    },
  ])('with $what say that they need $needs', ({ given, needs }) => {
    const { summary, answer } = learnStyles(table, given);
    expect(summary).toMatchObject({ trained: false, needs, accuracy: null, baseline: null });
    expect(answer(4)).toBeNull();
  });

  it('are learnt from two labels with two works each', () => {
    const { summary, answer } = learnStyles(table, [
      ...label('mist', 1, 2),
      ...label('ink', 11, 12),
    ]);
    expect(summary).toMatchObject({ trained: true, needs: null, folds: 4 });
    expect(answer(5)?.decision).toBe('mist');
    expect(answer(15)?.decision).toBe('ink');
  });

  it('recognise works they have not seen, and say why', () => {
    const { answer } = learnStyles(table, THREE);
    const seen = answer(7)!;
    expect(seen.decision).toBe('mist');
    expect(seen.probabilities.map(({ p }) => p)).toEqual(
      seen.probabilities.map(({ p }) => p).sort((a, b) => b - a),
    );
    expect(seen.nearest.slice(0, 3).map(({ label: name }) => name)).toEqual([
      'mist',
      'mist',
      'mist',
    ]);
    expect(seen.traits[0]?.id).toBeDefined();
  });

  it("are 'not sure' of a manner nobody has shown them", () => {
    const { answer } = learnStyles(table, THREE);
    expect([answer(31)?.decision, answer(32)?.decision]).toEqual([null, null]);
  });

  it('never claim certainty from a handful of examples', () => {
    const { answer } = learnStyles(table, [...label('mist', 1, 2), ...label('ink', 11, 12)]);
    expect(answer(5)!.probabilities[0]!.p).toBeLessThan(0.95);
  });

  it('report accuracy, baseline and confusion over all labels, also those too few to learn', () => {
    const { summary } = learnStyles(table, [...THREE, ...label('once', 31)]);
    expect(summary.labels.map(({ label: name }) => name)).toEqual(['grid', 'ink', 'mist', 'once']);
    expect(summary.accuracy).toBe(1);
    expect(summary.baseline).toBeCloseTo(1 / 3, 6);
    expect(summary.confusion).toEqual([
      [3, 0, 0, 0],
      [0, 3, 0, 0],
      [0, 0, 3, 0],
      [0, 0, 0, 0],
    ]);
  });

  it('are honest where labels follow nothing that can be seen', () => {
    const mixed = [...label('odd', 1, 3, 5, 7, 9), ...label('even', 2, 4, 6, 8, 10)];
    expect(learnStyles(table, mixed).summary.accuracy).toBeLessThanOrEqual(0.8);
  });

  it('follow a correction at once', () => {
    const wrong = [...THREE, ...label('ink', 4, 5, 6, 7)];
    expect(learnStyles(table, wrong).answer(8)?.probabilities[0]?.label).toBe('ink');
    const corrected = [...THREE, ...label('mist', 4, 5, 6, 7)];
    expect(learnStyles(table, corrected).answer(8)?.decision).toBe('mist');
  });

  it('judge a labelled work as if they had not seen it', () => {
    const { answer } = learnStyles(table, [...THREE, ...label('ink', 4)]);
    expect(answer(4)!.probabilities[0]!.label).toBe('mist');
    expect(answer(4)!.nearest.map(({ id }) => id)).not.toContain(4);
  });

  it('allow several labels on one work', () => {
    const both = [
      ...label('bright', 1, 2, 3, 11, 12, 13),
      ...label('ink', 11, 12, 13),
      ...label('grid', 21, 22, 23),
    ];
    const { probabilities } = learnStyles(table, both).answer(15)!;
    const p = Object.fromEntries(probabilities.map(({ label: name, p: value }) => [name, value]));
    expect(p['bright']).toBeGreaterThan(0.5);
    expect(p['ink']).toBeGreaterThan(0.5);
    expect(p['grid']).toBeLessThan(0.5);
  });

  it('do not depend on the order in which labels were given', () => {
    const forwards = learnStyles(table, THREE, 'style', () => 0);
    const backwards = learnStyles(table, [...THREE].reverse(), 'style', () => 0);
    expect(backwards.summary).toEqual(forwards.summary);
    expect(backwards.answer(16)).toEqual(forwards.answer(16));
  });

  it('are learnt from what works show, or from their colours, when that is asked for', () => {
    // Every work is made alike; the labels follow motif and hue.
    const works = syntheticTable([
      ...several(8, { manner: 0, motif: 1, hue: 20 }),
      ...several(8, { manner: 0, motif: 2, hue: 200 }),
    ]);
    const given = [...label('boats', 1, 2, 3, 4), ...label('hills', 9, 10, 11, 12)];
    for (const axis of ['subject', 'palette'] as const) {
      const { summary, decide } = learnStyles(works, given, axis);
      expect(summary).toMatchObject({ axis, accuracy: 1 });
      expect([decide(6), decide(14)]).toEqual(['boats', 'hills']);
    }
    expect(learnStyles(works, given).summary.accuracy).toBeLessThan(1);
  });

  it('have no answer for a work that is not embedded yet', () => {
    const withGap = syntheticTable([
      ...several(4, { manner: 0 }),
      ...several(4, { manner: 1 }),
      { manner: null },
    ]);
    const { answer } = learnStyles(withGap, [...label('a', 1, 2), ...label('b', 5, 6)]);
    expect(answer(9)).toBeNull();
  });

  it('report the time that training took', () => {
    const ticks = [100, 130];
    expect(learnStyles(table, THREE, 'style', () => ticks.shift() ?? 0).summary.trainingMs).toBe(
      30,
    );
  });

  it('learn from an even part of very many works, without losing a label', () => {
    const many = syntheticTable([
      ...several(900, { manner: 0 }),
      ...several(40, { manner: 1 }),
      ...several(2, { manner: 2 }),
    ]);
    const range = (from: number, count: number) =>
      Array.from({ length: count }, (_, i) => from + i);
    const { summary, decide } = learnStyles(many, [
      ...label('mist', ...range(1, 890)),
      ...label('ink', ...range(901, 30)),
      ...label('grid', 941, 942),
    ]);
    expect(summary.learntFrom).toEqual({ labels: 3, works: 200 + 30 + 2 });
    expect(summary.labels.map(({ examples }) => examples.length)).toEqual([2, 30, 890]);
    expect(decide(895)).toBe('mist');
    expect(decide(935)).toBe('ink');
  });
});
