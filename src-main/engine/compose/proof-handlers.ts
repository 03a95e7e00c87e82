import { EngineError, type ArtworkId, type Proof, type ProfileId } from '../../contract';
import { leaningsFrom, likedOf, type ProofSource } from '../recommend';
import type { SharedWorkTable } from '../storage/table/table-transfer';
import { pause } from '../storage/yielding';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { tasteSignals } from './taste-source';
import { togetherRows } from './together-cache';

interface Measurement {
  /** What it was made from: the same again comes to the same. */
  key: string;
  proof: Promise<Proof>;
  control: AbortController;
}

/** Whether the suggestions are any good: one measurement at a time, in the insight thread. */
export function proofHandlers(context: EngineContext): HandlersOf<'proof'> {
  let last: Measurement | undefined;
  let stops = 0;
  return {
    'proof.measure': async () => {
      const stopsBefore = stops;
      const works = await context.table.get();
      const source = await sourceOf(context);
      if (stops > stopsBefore)
        throw new EngineError('request/cancelled', 'The measurement was stopped');
      const key = keyOf(works, source);
      if (last?.key !== key || last.control.signal.aborted) {
        last?.control.abort();
        last = begin(context, works, source, key);
      }
      return last.proof;
    },
    'proof.stop': () => {
      stops++;
      last?.control.abort();
    },
  };
}

async function sourceOf(context: EngineContext): Promise<ProofSource> {
  const profileId = context.catalogue.profiles.active;
  return {
    profileId,
    signals: await tasteSignals(context, profileId),
    ...(await likingOfOthers(context, profileId)),
    rows: await togetherRows(context, profileId),
    surprise: context.preferences.data.surprise,
    now: new Date(),
  };
}

/** How many other profiles like anything, and how many each work. */
async function likingOfOthers(
  context: EngineContext,
  except: ProfileId,
): Promise<Pick<ProofSource, 'popularity' | 'others'>> {
  let others = 0;
  const counts = new Map<ArtworkId, number>();
  for (const { id: profileId } of context.catalogue.profiles.list()) {
    if (profileId === except) continue;
    const liked = likedOf(leaningsFrom(await tasteSignals(context, profileId)));
    for (const { id } of liked) counts.set(id, (counts.get(id) ?? 0) + 1);
    others += Number(liked.length > 0);
    await pause();
  }
  return { popularity: counts, others };
}

function keyOf(
  { version }: SharedWorkTable,
  { now: _, popularity, ...source }: ProofSource,
): string {
  return JSON.stringify([version, source, [...popularity]]);
}

function begin(
  context: EngineContext,
  works: SharedWorkTable,
  source: ProofSource,
  key: string,
): Measurement {
  const control = new AbortController();
  const proof = context.insight.ask(works, 'proof', source, {
    onProgress: (progress) => context.emit('proof.progress', progress),
    signal: control.signal,
  });
  // A failure is no answer to keep: whoever asks next has it measured anew.
  proof.catch(() => control.abort());
  return { key, proof, control };
}
