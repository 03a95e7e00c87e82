import { openRowProducts, type RowProducts } from '../inference/row-products';
import { suggestByProducts, tasteOfSaid } from '../recommend';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

export function suggestionHandlers({
  catalogue,
  table,
  together,
  said,
  emit,
}: EngineContext): HandlersOf<'suggestions'> {
  const { signals, profiles, artworks } = catalogue;
  let opening: Promise<RowProducts> | undefined;
  const open = (): Promise<RowProducts> => {
    opening ??= openRowProducts().catch((error: unknown) => {
      // Whoever asks next has it tried anew.
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return {
    'suggestions.list': async (input) => {
      const works = await table.get();
      const products = await open();
      const options = { ...input, together: await together.get() };
      const isHere = (id: number): boolean => works.rowOf.has(id);
      const taste = tasteOfSaid(await said.get(profiles.active), new Date(), isHere);
      return suggestByProducts(works, taste, options, products.of);
    },
    'suggestions.react': ({ id, reaction, profileId }) => {
      artworks.get(id);
      const who = profileId === undefined ? profiles.active : profiles.get(profileId).id;
      if (reaction !== 'none') signals.note(reaction, id, null, null, who);
      // In a private session nothing was noted that could be taken back; what was said before stays.
      else if (!profiles.isPrivate) signals.clearReactions(id, who);
      emit('suggestions.changed', {});
    },
  };
}
