import { describe, expect, it } from 'vitest';
import type { ModelHead } from '../../../src-main/contract/manifest';
import { headAnswer } from '../../../src-main/engine/style';
import { several, syntheticTable } from '../../support/synthetic-table';

const head: ModelHead = {
  id: 'movement',
  output: 'movement',
  labels: ['cubism', 'fauvism', 'op art'],
  temperature: 1,
  threshold: 0.5,
};
const table = syntheticTable([...several(9, {}), { traits: { saturation: 5 } }]);

describe("a head's answer", () => {
  it.each([
    { what: 'sure', probabilities: [0.1, 0.7, 0.2], familiar: true, decision: 'fauvism' },
    { what: 'too even', probabilities: [0.3, 0.4, 0.3], familiar: true, decision: null },
    { what: 'on strange ground', probabilities: [0.1, 0.7, 0.2], familiar: false, decision: null },
  ])('when $what decides $decision', ({ probabilities, familiar, decision }) => {
    const answer = headAnswer(table, 10, { head, probabilities, familiar });
    expect(answer.decision).toBe(decision);
    expect(answer.probabilities[0]?.label).toBe('fauvism');
    expect(answer.traits[0]).toEqual({ id: 'saturation', percentile: 100 });
  });

  it('needs a probability for each label', () => {
    expect(() => headAnswer(table, 1, { head, probabilities: [1] })).toThrow('Expected 3');
  });
});
