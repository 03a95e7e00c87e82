import type { ArtworkId, EvidenceAbout } from '../../contract';
import type { ModelHead } from '../../contract/manifest';
import type { Encoder } from '../catalogue/ports';
import { decideHead } from '../inference/head-decision';
import { softmax } from '../inference/softmax';
import { dot, normalise } from '../kernel/cosine';
import type { RgbImage } from '../kernel/rgb-image';
import { meanOfRows } from '../kernel/vector-rows';
import type { EngineContext } from './engine-context';

/** What the encoder says of one picture. */
export interface Seen {
  style: Float32Array;
  subject: Float32Array;
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
  const { style, subject, heads } = await encoder.embed([image]);
  const nothing = new Float32Array();
  return {
    style: style[0] ?? nothing,
    subject: subject[0] ?? nothing,
    movement: heads['movement']?.[0],
  };
}

/** What the catalogue keeps of the model's own answer for a work. */
export interface Answered {
  movement: Float32Array | null;
  novelty: Float32Array | null;
}

/** The measure that fits the work: the model's own answer, else the user's labels, else the vector itself. */
export async function measureFor(
  context: EngineContext,
  id: ArtworkId,
  answered: Answered,
): Promise<Measure> {
  const heads = (await context.encoder.manifest())?.heads ?? [];
  const head = heads.find((one) => one.id === 'movement');
  return (head && byHead(head, answered)) ?? (await byLabels(context, id)) ?? CHANGE;
}

/** The logarithm of the answer's probability; null where the head declines to answer. */
function byHead(head: ModelHead, { movement: logits, novelty }: Answered): Measure | null {
  if (!logits) return null;
  const { labels } = decideHead(head, logits, novelty?.[0]);
  if (labels.length === 0) return null;
  const logProbability = ({ movement = logits }: Seen): number => {
    const p = softmax(movement, head.temperature);
    const sum = labels.reduce((all, label) => all + (p[head.labels.indexOf(label)] ?? 0), 0);
    return Math.log(Math.max(sum, 1e-12));
  };
  return {
    about: { kind: 'head', labels },
    key: `head:${labels.join('|')}`,
    evidenceOf: () => logProbability,
    shown: Math.exp,
  };
}

/** The cosine to the mean of the nearest works that carry the likeliest label; null while nothing is learnt. */
async function byLabels(context: EngineContext, id: ArtworkId): Promise<Measure | null> {
  const table = await context.table.get([id]);
  const model = await context.styles.get([id]);
  const axis = model.learner?.axis;
  // What covers a part of the picture shows in what the encoder sees; the palette is measured elsewhere.
  if (axis === undefined || axis === 'palette') return null;
  const answer = model.answer(id);
  const label = answer?.probabilities[0]?.label;
  const ids = (answer?.nearest ?? []).filter((near) => near.label === label).map((near) => near.id);
  const rows = ids.map((near) => table.rowOf.get(near) ?? -1).filter((row) => row >= 0);
  if (label === undefined || rows.length === 0) return null;
  const mean = normalise(meanOfRows(table[axis].data, table[axis].dim, rows));
  return {
    about: { kind: 'learnt', label },
    key: `learnt:${axis}:${label}:${ids.join(',')}`,
    evidenceOf: () => (seen) => dot(seen[axis], mean),
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
