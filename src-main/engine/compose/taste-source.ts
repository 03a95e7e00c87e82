import type { ArtworkId, ProfileId } from '../../contract';
import { vectorIdOf } from '../inference/vector-id';
import { leaningsFrom, likedOf, type DatedSignal } from '../recommend';
import type { SharedWorkTable } from '../storage/table/table-transfer';
import { forEachYielding } from '../storage/yielding';
import type { EngineContext } from './engine-context';
import { movementReading } from './movement-reading';
import { signalPages } from './signal-pages';
import type { TasteInput } from './taste-task';

/** Works read between two turns of everything else: some milliseconds. */
const STRETCH = 50;

/** All a profile's signals that a taste is read from, in the order of time. */
export async function tasteSignals(
  { catalogue }: EngineContext,
  profileId: ProfileId,
): Promise<DatedSignal[]> {
  const told: DatedSignal[] = [];
  for await (const page of signalPages(catalogue.signals, profileId))
    for (const { kind, artworkId, otherId, value, at } of page)
      if (kind !== 'dwell' && kind !== 'zoomed') told.push({ kind, artworkId, otherId, value, at });
  return told;
}

/** @throws EngineError 'profile/not-found' */
export async function tasteInput(
  context: EngineContext,
  table: SharedWorkTable,
  id: ProfileId,
): Promise<TasteInput> {
  const profileId = context.catalogue.profiles.get(id).id;
  const signals = await tasteSignals(context, profileId);
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
