import { openRowProducts, type RowProducts } from '../inference/row-products';
import { suggestByProducts } from '../recommend';
import { currentTaste } from './current-taste';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

export function suggestionHandlers(context: EngineContext): HandlersOf<'suggestions'> {
  const { catalogue, table, together, emit } = context;
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
      const taste = await currentTaste(context, works);
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
