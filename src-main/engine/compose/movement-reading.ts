import type { ModelManifest } from '../../contract/manifest';
import { decideHead } from '../inference/head-decision';
import type { MovementReading } from '../style';

/** What the movement head makes of a work's logits; null when the model has no such head, or did not see the work. */
export function movementReading(
  { heads }: ModelManifest,
  logits: Float32Array | null,
  novelty: Float32Array | null,
): MovementReading | null {
  const head = heads.find(({ id }) => id === 'movement');
  if (!head || !logits) return null;
  const { probabilities, labels } = decideHead(head, logits, novelty?.[0]);
  const byLabel = new Map(probabilities.map(({ label, p }) => [label, p]));
  return {
    probabilities: head.labels.map((label) => byLabel.get(label) ?? 0),
    answer: labels,
  };
}
