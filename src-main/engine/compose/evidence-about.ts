import type { ArtworkId, EvidenceAbout } from '../../contract';
import type { ModelHead } from '../../contract/manifest';
import type { Encoder } from '../catalogue/ports';
import { softmax } from '../inference/softmax';
import { dot, normalise } from '../kernel/cosine';
import type { RgbImage } from '../kernel/rgb-image';
import { meanOfRows } from '../kernel/vector-rows';
import type { EngineContext } from './engine-context';

/** What the encoder says of one picture. */
export interface Seen {
  style: Float32Array;
  /** Logits of the movement head; undefined for a model without one. */
  movement: Float32Array | undefined;
}

/** What is measured while parts of a picture are covered. */
export interface Measure {
  about: EvidenceAbout;
  /** Tells maps of the same work from one another. */
  key: string;
  evidenceOf: (whole: Seen) => (seen: Seen) => number;
  /** From the evidence to what the interface shows. */
  shown: (evidence: number) => number;
}

const asItIs = (evidence: number): number => evidence;

export async function see(encoder: Encoder, image: RgbImage): Promise<Seen> {
  const { style, heads } = await encoder.embed([image]);
  return { style: style[0] ?? new Float32Array(), movement: heads['movement']?.[0] };
}

/** The measure that fits the work: the model's own head, else the user's labels, else the vector itself. */
export async function measureFor(
  context: EngineContext,
  id: ArtworkId,
  logits: Float32Array | null,
): Promise<Measure> {
  const heads = (await context.encoder.manifest())?.heads ?? [];
  const head = heads.find((one) => one.id === 'movement');
  if (head && logits) return byHead(head, logits);
  return (await byLabels(context, id)) ?? CHANGE;
}

/** How the logarithm of the likeliest label's probability falls. */
function byHead(head: ModelHead, logits: Float32Array): Measure {
  const at = logits.indexOf(Math.max(...logits));
  const label = head.labels[at] ?? '';
  const logProbability = ({ movement = logits }: Seen): number =>
    Math.log(Math.max(softmax(movement, head.temperature)[at] ?? 0, 1e-12));
  return {
    about: { kind: 'head', label },
    key: `head:${label}`,
    evidenceOf: () => logProbability,
    shown: Math.exp,
  };
}

/** The cosine to the mean of the nearest works that carry the likeliest label; null while nothing is learnt. */
async function byLabels(context: EngineContext, id: ArtworkId): Promise<Measure | null> {
  const table = await context.table.get([id]);
  const answer = (await context.styles.get([id])).answer(id);
  const label = answer?.probabilities[0]?.label;
  const ids = (answer?.nearest ?? []).filter((near) => near.label === label).map((near) => near.id);
  const rows = ids.map((near) => table.rowOf.get(near) ?? -1).filter((row) => row >= 0);
  if (label === undefined || rows.length === 0) return null;
  const mean = normalise(meanOfRows(table.style.data, table.style.dim, rows));
  return {
    about: { kind: 'learnt', label },
    key: `learnt:${label}:${ids.join(',')}`,
    evidenceOf:
      () =>
      ({ style }) =>
        dot(style, mean),
    shown: asItIs,
  };
}

/** How much the style vector stays what it is. */
const CHANGE: Measure = {
  about: { kind: 'change' },
  key: 'change',
  evidenceOf:
    (whole) =>
    ({ style }) =>
      dot(style, whole.style),
  shown: asItIs,
};
