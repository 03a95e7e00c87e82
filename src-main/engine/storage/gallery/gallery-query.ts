import type { GalleryIndex, GalleryQuery } from '../../../contract';
import type { Catalogue } from '../catalogue';
import { forEachYielding } from '../yielding';
import type { GalleryContext } from './gallery-context';
import { galleryFilter } from './gallery-filter';
import { GalleryRows, type GalleryRow } from './gallery-rows';

/** Rows between two turns of everything else: about three milliseconds. */
const STRETCH = 4000;

type Sort = Exclude<GalleryQuery['sort'], 'style'>;

/** Each order is that of an index, so nothing has to be sorted. */
const ORDERS: Readonly<Record<Sort, readonly string[]>> = {
  date: ['date', 'id'],
  name: ['name_key', 'id'],
  rating: ['rating', 'date', 'id'],
  added: ['id'],
  hue: ['hue', 'id'],
  lightness: ['lightness', 'id'],
};

/** Answers a gallery query with the ids, proportions and days of all works it shows, in order. */
export async function queryGallery(
  { reader }: Catalogue,
  query: GalleryQuery,
  context: GalleryContext = {},
): Promise<GalleryIndex> {
  const { sql, values } = galleryFilter(query, context);
  const direction = query.descending ? 'DESC' : 'ASC';
  const columns = ORDERS[query.sort === 'style' ? 'added' : query.sort];
  const order = columns.map((column) => `a.${column} ${direction}`).join(', ');
  const rows = new GalleryRows();
  const walk = reader.walk<GalleryRow>(
    `SELECT a.id, a.aspect, a.day FROM artworks a WHERE ${sql} ORDER BY ${order}`,
    ...values,
  );
  await forEachYielding(walk, STRETCH, (row) => rows.push(row));
  if (context.likenessOrder) rows.arrange(context.likenessOrder, false);
  else if (query.sort === 'style') rows.arrange(context.styleOrder ?? [], query.descending);
  return rows.finish();
}
