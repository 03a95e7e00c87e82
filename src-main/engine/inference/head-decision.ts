import type { HeadId, ModelHead } from '../../contract/manifest';
import { energyScore } from './energy-score';
import { softmax } from './softmax';

export interface LabelProbability {
  label: string;
  p: number;
}

/** Why a head answers or declines: confident, too even between labels, or unlike all it has learnt. */
export type HeadVerdict = 'nearest' | 'not-sure' | 'unfamiliar';

export interface HeadDecision {
  head: HeadId;
  /** Calibrated, all labels, most probable first. */
  probabilities: LabelProbability[];
  verdict: HeadVerdict;
  /** The answer when the verdict is 'nearest', otherwise null. */
  decision: string | null;
  runnerUp: LabelProbability;
}

/**
 * Turns a head's logits into an answer that may be 'not sure': below the head's threshold, or, where
 * the head has an `oodThreshold`, when the energy score says that nothing similar was in its training.
 *
 * @param logits one per label, as `Embeddings.heads` holds them
 */
export function decideHead(head: ModelHead, logits: Float32Array): HeadDecision {
  const p = softmax(logits, head.temperature);
  const probabilities = head.labels
    .map((label, i) => ({ label, p: p[i] ?? 0 }))
    .sort((a, b) => b.p - a.p);
  const [first, runnerUp] = probabilities as [LabelProbability, LabelProbability];
  const verdict = verdictOf(head, first.p, energyScore(logits, head.temperature));
  return {
    head: head.id,
    probabilities,
    verdict,
    decision: verdict === 'nearest' ? first.label : null,
    runnerUp,
  };
}

function verdictOf(head: ModelHead, highest: number, energy: number): HeadVerdict {
  if (head.oodThreshold !== undefined && energy > head.oodThreshold) return 'unfamiliar';
  return highest < head.threshold ? 'not-sure' : 'nearest';
}
