import { cardsOf } from '../storage/gallery/cards';
import { facetsOf } from '../storage/gallery/facets';
import type { GalleryContext } from '../storage/gallery/gallery-context';
import { queryGallery } from '../storage/gallery/gallery-query';
import type { GalleryQuery } from '../../contract';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

/** What only the measured works know: who is in a cluster, and which styles are neighbours. */
async function galleryContext(
  { table, insight, descriptions, preferences }: EngineContext,
  query: GalleryQuery,
): Promise<GalleryContext> {
  const context: { -readonly [K in keyof GalleryContext]: GalleryContext[K] } = {};
  if (query.cluster !== undefined) {
    const input = { cluster: query.cluster, axis: preferences.data.groupAxis };
    context.clusterWorks = await insight.ask(await table.get(), 'clusterWorks', input);
  }
  if (query.description !== undefined) {
    const works = await table.get();
    const read = await descriptions.read(query.description, works);
    context.likenessOrder = await insight.ask(works, 'likenessOrder', read);
  } else if (query.sort === 'style')
    context.styleOrder = await insight.ask(await table.get(), 'styleOrder', undefined);
  return context;
}

export function galleryHandlers(context: EngineContext): HandlersOf<'gallery'> {
  const { catalogue } = context;
  return {
    'gallery.query': async (query) =>
      queryGallery(catalogue, query, await galleryContext(context, query)),
    'gallery.cards': ({ ids }) => {
      // The first pictures are about to be shown: what a click will ask for next can be read meanwhile.
      context.table.warmUp();
      return cardsOf(catalogue, ids);
    },
    'gallery.facets': () => facetsOf(catalogue),
  };
}
