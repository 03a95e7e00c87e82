import { describe, expect, it } from 'vitest';
import type { ModelHead } from '../../../src-main/contract/manifest';
import { decideHead } from '../../../src-main/engine/inference/head-decision';
import { headAnswer } from '../../../src-main/engine/style';
import { several, syntheticTable } from '../../support/synthetic-table';

const head: ModelHead = {
  id: 'movement',
  output: 'movement',
  labels: ['cubism', 'fauvism', 'op art'],
  temperature: 1,
  threshold: 0.5,
  noveltyThreshold: 0.4,
};
const table = syntheticTable([...several(9, {}), { traits: { saturation: 5 } }]);

describe("a head's answer", () => {
  it.each([
    { what: 'sure', logits: [0, 2, 1], novelty: 0.1, verdict: 'nearest', labels: ['fauvism'] },
    { what: 'too even', logits: [1, 1.2, 1], novelty: 0.1, verdict: 'not-sure', labels: [] },
    {
      what: 'on strange ground',
      logits: [0, 2, 1],
      novelty: 0.9,
      verdict: 'unfamiliar',
      labels: [],
    },
  ])('when $what is $verdict', ({ logits, novelty, verdict, labels }) => {
    const reading = decideHead(head, Float32Array.from(logits), novelty);
    const answer = headAnswer(table, 10, reading);
    expect(answer).toMatchObject({ verdict, labels, decision: labels[0] ?? null });
    expect(answer.probabilities[0]?.label).toBe('fauvism');
    expect(answer.traits[0]).toEqual({ id: 'saturation', percentile: 100 });
  });
});
