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
  /** When the verdict is 'nearest' the label, or the id of the node of several labels; otherwise null. */
  decision: string | null;
  /** Labels of the decision, most probable first: one for a label, more for a node, none without a decision. */
  labels: string[];
  runnerUp: LabelProbability;
}

/**
 * Turns a head's logits into an answer that may be coarser than one label, or none at all. In this order:
 * 'unfamiliar' where the energy score or the novelty says that nothing similar was in the training; the most
 * probable label, if it reaches `threshold`; the most probable node, if it reaches `nodeThreshold`; 'not sure'.
 *
 * @param logits one per label, as `Embeddings.heads` holds them
 * @param novelty 0 to 2, as `Embeddings.heads` holds it under 'novelty'; without it no `noveltyThreshold` counts
 */
export function decideHead(head: ModelHead, logits: Float32Array, novelty?: number): HeadDecision {
  const p = softmax(logits, head.temperature);
  const probabilities = head.labels
    .map((label, i) => ({ label, p: p[i] ?? 0 }))
    .sort((a, b) => b.p - a.p);
  const [, runnerUp] = probabilities as [LabelProbability, LabelProbability];
  const reading = { head: head.id, probabilities, runnerUp };
  if (isUnfamiliar(head, energyScore(logits, head.temperature), novelty))
    return { ...reading, verdict: 'unfamiliar', decision: null, labels: [] };
  const answer = answeredLeaf(head, probabilities) ?? answeredNode(head, probabilities);
  return answer
    ? { ...reading, verdict: 'nearest', ...answer }
    : { ...reading, verdict: 'not-sure', decision: null, labels: [] };
}

function isUnfamiliar(
  { oodThreshold = Infinity, noveltyThreshold = Infinity }: ModelHead,
  energy: number,
  novelty = 0,
): boolean {
  return energy > oodThreshold || novelty > noveltyThreshold;
}

type Answered = Pick<HeadDecision, 'labels'> & { decision: string };

function answeredLeaf(
  { threshold }: ModelHead,
  [first]: readonly LabelProbability[],
): Answered | null {
  return first && first.p >= threshold ? { decision: first.label, labels: [first.label] } : null;
}

function answeredNode(
  { nodes = [], nodeThreshold = Infinity }: ModelHead,
  probabilities: readonly LabelProbability[],
): Answered | null {
  const [best] = nodes
    .map(({ id, labels }) => {
      const own = probabilities.filter(({ label }) => labels.includes(label));
      return { id, own, p: own.reduce((sum, { p }) => sum + p, 0) };
    })
    .sort((a, b) => b.p - a.p);
  if (!best || best.p < nodeThreshold) return null;
  return { decision: best.id, labels: best.own.map(({ label }) => label) };
}
