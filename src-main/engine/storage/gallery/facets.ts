import type { Facets } from '../../../contract';
import type { Catalogue } from '../catalogue';
import type { Database } from '../database';
import { forEachYielding } from '../yielding';

/** Keywords offered, the commonest ones. */
const MOST_KEYWORDS = 500;

type Counted = readonly [value: string, count: number];

/** What the filter menus offer: every count is of works that the gallery shows. */
export async function facetsOf({ reader }: Catalogue): Promise<Facets> {
  const labels = reader.all<{ label: string; count: number }>(
    `SELECT label, count(*) AS count FROM labels JOIN artworks a ON a.id = artwork_id
     WHERE a.visible = 1 GROUP BY label ORDER BY label`,
  );
  const years = reader.all<{ year: number; count: number }>(
    'SELECT year, count(*) AS count FROM artworks WHERE visible = 1 GROUP BY year ORDER BY year',
  );
  const ratings = ratingCounts(reader);
  return {
    total: ratings.reduce((sum, count) => sum + count, 0),
    labels: labels.map(({ label, count }) => ({ label, count })),
    keywords: await keywordCounts(reader),
    years: years.map(({ year, count }) => ({ year, count })),
    ratings,
    favourites:
      reader.get<{ n: number }>(
        'SELECT count(*) AS n FROM artworks WHERE visible = 1 AND favourite = 1',
      )?.n ?? 0,
  };
}

function ratingCounts(reader: Database): number[] {
  const counts = [0, 0, 0, 0, 0, 0];
  const rows = reader.all<{ rating: number; count: number }>(
    'SELECT rating, count(*) AS count FROM artworks WHERE visible = 1 GROUP BY rating',
  );
  for (const { rating, count } of rows) counts[rating] = count;
  return counts;
}

/**
 * Counted over all works along the index, which is quick, then less the few that are not shown: looking up
 * each work's visibility would take ten times as long.
 */
async function keywordCounts(reader: Database): Promise<Facets['keywords']> {
  const counts = new Map<string, number>();
  const all = reader.walk<Counted>('SELECT keyword, count(*) FROM keywords GROUP BY keyword');
  await forEachYielding(all, 100, ([keyword, count]) => counts.set(keyword, count));
  const hidden = reader.walk<Counted>(
    `SELECT keyword, count(*) FROM artworks a JOIN keywords k ON k.artwork_id = a.id
     WHERE a.visible = 0 GROUP BY keyword`,
  );
  await forEachYielding(hidden, 100, ([keyword, count]) =>
    counts.set(keyword, (counts.get(keyword) ?? 0) - count),
  );
  return [...counts]
    .map(([keyword, count]) => ({ keyword, count }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.keyword < b.keyword ? -1 : 1))
    .slice(0, MOST_KEYWORDS);
}
