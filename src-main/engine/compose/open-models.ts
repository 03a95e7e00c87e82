import { join } from 'node:path';
import type { EngineArguments } from '../../contract';
import { clearStaging } from '../inference/packs/install-pack';
import { openModelChoice } from '../storage/documents/model-choice';
import { EncoderSlot } from './encoder-slot';
import type { EngineContext } from './engine-context';
import type { EventBus } from './event-bus';
import { putIntoUse } from './model-change';
import { installedPacks, ModelShelf } from './model-shelf';

/**
 * The models there are, what was chosen among them, and the one in use.
 *
 * @param context asked only once a model runs: by then it is complete
 */
export async function openModels(
  { dataFolder, modelsFolder }: EngineArguments,
  bus: EventBus,
  context: () => EngineContext,
): Promise<Pick<EngineContext, 'choice' | 'shelf' | 'encoder'>> {
  const choice = await openModelChoice(join(dataFolder, 'models.json'));
  await clearStaging(installedPacks(dataFolder));
  const shelf = new ModelShelf(modelsFolder, installedPacks(dataFolder));
  const memory = {
    active: () => context().catalogue.meta.activeModel,
    setActive: (key: string) => putIntoUse(context(), key),
    chosen: () => choice.data.chosen,
  };
  const encoder = new EncoderSlot(shelf, memory, ({ manifest: { name }, key }, instead, error) => {
    if (choice.data.chosen === key) void choice.update(() => ({ chosen: null }));
    bus.emit('models.fell', { name, instead: instead?.manifest.name ?? null, error });
  });
  return { choice, shelf, encoder };
}
