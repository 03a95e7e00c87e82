import type { ArtworkId, ProfileId } from '../../contract';
import { vectorIdOf } from '../inference/vector-id';
import { leaningsFrom, likedOf, type DatedSignal } from '../recommend';
import type { SharedWorkTable } from '../storage/table/table-transfer';
import { forEachYielding } from '../storage/yielding';
import type { EngineContext } from './engine-context';
import { movementReading } from './movement-reading';
import type { TasteInput } from './taste-task';

/** Works read between two turns of everything else: some milliseconds. */
const STRETCH = 50;

/** All a profile's signals that a taste is read from, in the order of time. */
export function tasteSignals({ catalogue }: EngineContext, profileId: ProfileId): DatedSignal[] {
  return catalogue.signals
    .of(profileId)
    .filter(({ kind }) => kind !== 'dwell' && kind !== 'zoomed')
    .map(({ kind, artworkId, otherId, value, at }) => ({ kind, artworkId, otherId, value, at }));
}

/** @throws EngineError 'profile/not-found' */
export async function tasteInput(
  context: EngineContext,
  table: SharedWorkTable,
  id: ProfileId,
): Promise<TasteInput> {
  const profileId = context.catalogue.profiles.get(id).id;
  const signals = tasteSignals(context, profileId);
  const movements = await movementsOf(context, table, signals);
  return { source: { profileId, signals, now: new Date() }, movements };
}

/** What the model calls the works that are liked, where it is sure. */
async function movementsOf(
  { catalogue, encoder }: EngineContext,
  { rowOf, hashes }: SharedWorkTable,
  signals: readonly DatedSignal[],
): Promise<Map<ArtworkId, string>> {
  const movements = new Map<ArtworkId, string>();
  const manifest = await encoder.manifest().catch(() => null);
  if (!manifest) return movements;
  await forEachYielding(likedOf(leaningsFrom(signals)), STRETCH, ({ id }) => {
    const hash = hashes.at(rowOf.get(id) ?? -1);
    if (hash === undefined) return;
    const find = (kind: 'head:movement' | 'head:novelty') =>
      catalogue.vectors.find(hash, vectorIdOf(manifest), kind);
    const words =
      movementReading(manifest, find('head:movement'), find('head:novelty'))?.answer ?? [];
    // An answer of several words is too wide to be called a liking.
    if (words.length === 1 && words[0] !== undefined) movements.set(id, words[0]);
  });
  return movements;
}
