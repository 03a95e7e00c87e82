import { describe, expect, it } from 'vitest';

import type { ModelHead } from '../../../src-main/contract/manifest';
import { energyScore } from '../../../src-main/engine/inference/energy-score';
import { decideHead } from '../../../src-main/engine/inference/head-decision';
import { softmax } from '../../../src-main/engine/inference/softmax';

const HEAD: ModelHead = {
  id: 'movement',
  output: 'movement',
  labels: ['baroque', 'cubism', 'rococo'],
  temperature: 1,
  threshold: 0.5,
};

describe('softmax', () => {
  it.each([
    { logits: [0, 0], temperature: 1, expected: [0.5, 0.5] },
    { logits: [Math.log(3), 0], temperature: 1, expected: [0.75, 0.25] },
    { logits: [2 * Math.log(3), 0], temperature: 2, expected: [0.75, 0.25] },
    { logits: [5000, 5000 - Math.log(4)], temperature: 1, expected: [0.8, 0.2] },
  ])('of $logits at temperature $temperature', ({ logits, temperature, expected }) => {
    softmax(logits, temperature).forEach((p, i) => expect(p).toBeCloseTo(expected[i] ?? NaN, 10));
  });
});

describe('energy score', () => {
  it.each([
    { logits: [0, 0], temperature: 1, expected: -Math.log(2) },
    { logits: [1000, 1000], temperature: 1, expected: -1000 - Math.log(2) },
    { logits: [2, 2], temperature: 2, expected: -2 - 2 * Math.log(2) },
  ])('of $logits at temperature $temperature', ({ logits, temperature, expected }) => {
    expect(energyScore(logits, temperature)).toBeCloseTo(expected, 10);
  });
});

describe('the decision of a head', () => {
  it('names the nearest label, with all probabilities and the runner-up', () => {
    const decision = decideHead(HEAD, Float32Array.of(0, 3, 1));

    expect(decision).toMatchObject({
      head: 'movement',
      verdict: 'nearest',
      decision: 'cubism',
      runnerUp: { label: 'rococo' },
    });
    expect(decision.probabilities.map(({ label }) => label)).toEqual([
      'cubism',
      'rococo',
      'baroque',
    ]);
    expect(decision.probabilities.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 12);
  });

  it('is not sure below the threshold', () => {
    const { verdict, decision } = decideHead(HEAD, Float32Array.of(1, 1.1, 1));
    expect({ verdict, decision }).toEqual({ verdict: 'not-sure', decision: null });
  });

  it('is not sure far from all it has learnt, however confident it sounds', () => {
    const head = { ...HEAD, oodThreshold: -5 };
    expect(decideHead(head, Float32Array.of(0, 4, 0)).verdict).toBe('unfamiliar');
    expect(decideHead(head, Float32Array.of(2, 9, 2)).verdict).toBe('nearest');
  });

  it.each([
    { novelty: 0.2, verdict: 'nearest' },
    { novelty: 0.6, verdict: 'unfamiliar' },
    { novelty: undefined, verdict: 'nearest' },
  ])('with a novelty of $novelty is $verdict', ({ novelty, verdict }) => {
    const head = { ...HEAD, noveltyThreshold: 0.4 };
    expect(decideHead(head, Float32Array.of(0, 4, 0), novelty).verdict).toBe(verdict);
  });

  describe('between labels of one node', () => {
    const head: ModelHead = {
      ...HEAD,
      threshold: 0.7,
      nodes: [
        { id: 'courtly', labels: ['baroque', 'rococo'] },
        { id: 'angular', labels: ['cubism', 'rococo'] },
      ],
      nodeThreshold: 0.8,
    };

    it('names the node, its labels most probable first', () => {
      expect(decideHead(head, Float32Array.of(2, 0, 2.3))).toMatchObject({
        verdict: 'nearest',
        decision: 'courtly',
        labels: ['rococo', 'baroque'],
      });
    });

    it('prefers a single label that is probable enough', () => {
      const { decision, labels } = decideHead(head, Float32Array.of(0, 0, 5));
      expect({ decision, labels }).toEqual({ decision: 'rococo', labels: ['rococo'] });
    });

    it('is not sure when no node is probable enough either', () => {
      const { verdict, labels } = decideHead(head, Float32Array.of(1, 1, 1));
      expect({ verdict, labels }).toEqual({ verdict: 'not-sure', labels: [] });
    });
  });
});
