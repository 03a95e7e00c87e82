import type { ArtworkId } from '../../contract';
import { traitReadings } from '../insight';
import { factsOf } from '../storage/gallery/cards';
import { similarWorks } from '../style';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

export function artworkHandlers(context: EngineContext): HandlersOf<'artworks'> {
  const { catalogue, table, emit } = context;
  const changed = (ids: readonly ArtworkId[]): void => {
    emit('catalogue.changed', { ids: [...ids], total: catalogue.artworks.countVisible() });
    emit('suggestions.changed', {});
  };
  return {
    'artworks.get': async ({ id }) => ({
      ...factsOf(catalogue, id),
      readings: traitReadings(await table.get([id]), id),
    }),
    'artworks.rate': ({ ids, rating }) => {
      catalogue.database.transaction(() => {
        catalogue.opinions.rate(ids, rating);
        for (const id of ids) catalogue.signals.note('rating', id, rating);
      });
      changed(ids);
    },
    'artworks.favourite': ({ ids, favourite }) => {
      catalogue.database.transaction(() => {
        catalogue.opinions.setFavourite(ids, favourite);
        for (const id of ids) catalogue.signals.note('favourite', id, Number(favourite));
      });
      changed(ids);
    },
    'artworks.similar': async ({ id, weights, limit }) =>
      similarWorks(await table.get([id]), id, { weights, limit }),
  };
}
