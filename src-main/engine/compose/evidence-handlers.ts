import { EngineError, type ArtworkId, type EvidenceMap } from '../../contract';
import { readOriginal } from '../catalogue/originals';
import type { EncoderInput } from '../catalogue/ports';
import { readModelInput } from '../imaging/read-model-input';
import { pause } from '../storage/yielding';
import { occlusionMap } from '../style';
import type { EngineContext } from './engine-context';
import { measureFor, see } from './evidence-about';
import type { HandlersOf } from './handlers';

/** Cells a side. */
const GRID = 7;
/** Maps kept in memory, the last ones asked for; one takes about 200 bytes. */
const KEPT = 200;

interface Turn {
  readonly context: EngineContext;
  readonly kept: Map<string, EvidenceMap>;
  /** Ends the work when another map is asked for, or none any more. */
  readonly signal: AbortSignal;
}

/** One map at a time: whoever asks for another, or leaves, ends the one under way. */
export function evidenceHandlers(context: EngineContext): HandlersOf<'evidence'> {
  const kept = new Map<string, EvidenceMap>();
  let current = new AbortController();
  return {
    'evidence.of': ({ id }) => {
      current.abort();
      current = new AbortController();
      return evidenceFor(id, { context, kept, signal: current.signal });
    },
    'evidence.leave': () => current.abort(),
  };
}

async function evidenceFor(id: ArtworkId, turn: Turn): Promise<EvidenceMap> {
  const { context, kept, signal } = turn;
  const { hash, width, height } = context.catalogue.artworks.get(id);
  const encoder = await context.encoder.encoder();
  if (!encoder) throw new EngineError('model/not-found', 'There is no model to look with');
  const { vectors } = context.catalogue;
  const { key, about, evidenceOf, shown } = await measureFor(context, id, {
    movement: vectors.find(hash, encoder.modelId, 'head:movement'),
    novelty: vectors.find(hash, encoder.modelId, 'head:novelty'),
  });
  const name = [hash, encoder.modelId, key].join('/');
  const known = kept.get(name);
  if (known) return known;
  const { path, bytes } = await readOriginal(context.catalogue, id);
  const image = await readModelInput(path, bytes, encoder.input);
  const { values, whole, lowest } = await occlusionMap(image, {
    columns: GRID,
    rows: GRID,
    embed: (covered) => see(encoder, covered),
    evidenceOf,
    between: (done) => goOn(id, done, turn),
  });
  const map: EvidenceMap = {
    columns: GRID,
    rows: GRID,
    values,
    area: seenArea(width / height, encoder.input),
    about,
    whole: shown(whole),
    lowest: shown(lowest),
  };
  if (!signal.aborted) keep(kept, name, map);
  return map;
}

/** Says how far it is, and lets everything else in the engine have its turn. */
async function goOn(id: ArtworkId, done: number, { context, signal }: Turn): Promise<void> {
  context.emit('evidence.progress', { id, done, total: GRID * GRID });
  await pause();
  if (signal.aborted)
    throw new EngineError('request/cancelled', 'Nobody waits for this map any more');
}

function keep(kept: Map<string, EvidenceMap>, name: string, map: EvidenceMap): void {
  kept.set(name, map);
  const oldest = kept.keys().next().value;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

/** The part of a picture that is left when the encoder's input is cut out of its middle. */
function seenArea(aspect: number, { width, height, fit }: EncoderInput): EvidenceMap['area'] {
  if (fit === 'fill') return { x: 0, y: 0, width: 1, height: 1 };
  const across = Math.min(1, width / height / aspect);
  const down = Math.min(1, aspect / (width / height));
  return { x: (1 - across) / 2, y: (1 - down) / 2, width: across, height: down };
}
