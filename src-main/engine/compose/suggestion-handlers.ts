import { prepareAffinities, suggestFor, tasteFrom } from '../recommend';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

type SuggestionHandlers = HandlersOf<'suggestions'> & HandlersOf<'signals'>;

export function suggestionHandlers({ catalogue, table, emit }: EngineContext): SuggestionHandlers {
  const { signals, artworks } = catalogue;
  return {
    'suggestions.list': async (options) => {
      const works = await table.get();
      const taste = tasteFrom(signals.all());
      await prepareAffinities(works, taste);
      return suggestFor(works, taste, options);
    },
    'suggestions.react': ({ id, reaction }) => {
      artworks.get(id);
      if (reaction === 'none') signals.clearReactions(id);
      else signals.record(reaction, id);
      emit('suggestions.changed', { signals: signals.reactions().size });
    },
    'signals.opened': ({ id }) => signals.record('opened', artworks.get(id).id),
  };
}
