import { describe, expect, it } from 'vitest';
import {
  learnStyles,
  reviewQueue,
  standingOf,
  type GivenLabel,
} from '../../../src-main/engine/style';
import { several, syntheticTable } from '../../support/synthetic-table';

/** Works 1-10 in one manner, 11-20 in a second, 21-22 in a third that nobody has labelled. */
const table = syntheticTable([
  ...several(10, { manner: 0 }),
  ...several(10, { manner: 1 }),
  ...several(2, { manner: 2 }),
  { manner: null },
]);
const label = (name: string, ...ids: number[]): GivenLabel[] =>
  ids.map((artworkId) => ({ artworkId, label: name }));
const GIVEN = [...label('mist', 1, 2, 3), ...label('ink', 11, 12, 13)];
const LABELLED = new Set([1, 2, 3, 11, 12, 13]);

const ask = (order: 'sure' | 'teaching', settled: ReadonlySet<number> = LABELLED, limit = 50) =>
  reviewQueue(table, learnStyles(table, GIVEN), { order, limit, settled });

describe('the review queue', () => {
  it('asks about every measured work without a label, most probable first', async () => {
    const { trained, proposals, waiting } = await ask('sure');
    expect(trained).toBe(true);
    expect(waiting).toBe(16);
    expect(proposals.map(({ id }) => id).sort((a, b) => a - b)).toEqual([
      4, 5, 6, 7, 8, 9, 10, 14, 15, 16, 17, 18, 19, 20, 21, 22,
    ]);
    // Works 21 and 22 resemble no example: they come last, and it is said that nobody can be sure.
    expect(
      proposals
        .slice(-2)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([21, 22]);
    expect(
      proposals
        .filter(({ isSure }) => !isSure)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([21, 22]);
    const certainty = proposals.slice(0, -2).map(({ p }) => p);
    expect(certainty).toEqual(certainty.toSorted((a, b) => b - a));
    for (const { id, label: proposed } of proposals.filter((proposal) => proposal.id <= 20))
      expect(proposed).toBe(id <= 10 ? 'mist' : 'ink');
  });

  it('shows labelled works as evidence', async () => {
    const { proposals } = await ask('sure', LABELLED, 1);
    expect(proposals).toHaveLength(1);
    expect(proposals[0]?.nearest.length).toBeGreaterThan(0);
    for (const { id } of proposals[0]?.nearest ?? []) expect(LABELLED).toContain(id);
  });

  it('leaves out what was skipped', async () => {
    const { proposals, waiting } = await ask('sure', new Set([...LABELLED, 4, 21]));
    expect(waiting).toBe(14);
    expect(proposals.map(({ id }) => id)).not.toContain(4);
    expect(proposals.map(({ id }) => id)).not.toContain(21);
  });

  it('begins, where it wants to learn, with a work of the manner it does not know', async () => {
    const { proposals } = await ask('teaching');
    expect([21, 22]).toContain(proposals[0]?.id);
    expect(proposals).toHaveLength(16);
  });

  it('asks for variety: the twin of the first question is not the second', async () => {
    const twins = syntheticTable([...several(6, { manner: 0 }), ...several(6, { manner: 1 })]);
    const { data, dim } = twins.style;
    // Works 5 and 6 lie exactly between the two manners, both in the same place; work 4 between them too, elsewhere.
    const place = (id: number, at: (i: number) => number) => {
      for (let i = 0; i < dim; i++) data[(id - 1) * dim + i] = at(i);
    };
    for (const id of [5, 6]) place(id, (i) => (i < 2 ? Math.SQRT1_2 : 0));
    place(4, (i) => (i < 2 ? 0.5 : i === 9 ? Math.SQRT1_2 : 0));
    const model = learnStyles(twins, [...label('mist', 1, 2), ...label('ink', 7, 8)]);
    const settled = new Set([1, 2, 7, 8]);
    const { proposals } = await reviewQueue(twins, model, { order: 'teaching', limit: 9, settled });
    const firstTwo = proposals.slice(0, 2).map(({ id }) => id);
    expect(firstTwo).toContain(4);
    expect([5, 6].some((id) => firstTwo.includes(id))).toBe(true);
  });

  it('is empty while nothing is learnt', async () => {
    const model = learnStyles(table, label('mist', 1, 2, 3));
    const queue = await reviewQueue(table, model, { order: 'sure', limit: 5, settled: new Set() });
    expect(queue).toEqual({ trained: false, proposals: [], waiting: 0 });
  });
});

describe('the standing of learnt styles', () => {
  it('gives the interval of the accuracy and what each label lacks', () => {
    const { accuracy, labels } = standingOf(learnStyles(table, GIVEN));
    expect(accuracy).toMatchObject({ value: 1, right: 6, tested: 6, high: 1 });
    expect(accuracy?.low).toBeCloseTo(0.61, 2);
    expect(labels).toEqual([
      { label: 'ink', examples: 3, more: 6 },
      { label: 'mist', examples: 3, more: 6 },
    ]);
  });

  it('says nothing of accuracy before anything is learnt, and asks for no more than enough', () => {
    const given = label('mist', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    expect(standingOf(learnStyles(table, given))).toEqual({
      accuracy: null,
      labels: [{ label: 'mist', examples: 10, more: 0 }],
    });
  });
});

it('every held-out answer can be traced to its work', () => {
  const { outcomes, summary } = learnStyles(table, GIVEN);
  expect(outcomes.map(({ id }) => id)).toEqual([1, 2, 3, 11, 12, 13]);
  const [ink, mist] = summary.labels.map(({ label: name }) => name);
  expect([ink, mist]).toEqual(['ink', 'mist']);
  const cell = outcomes.filter(({ truth, answer }) => truth === 'ink' && answer === 'ink');
  expect(cell).toHaveLength(summary.confusion[0]?.[0] ?? -1);
});
