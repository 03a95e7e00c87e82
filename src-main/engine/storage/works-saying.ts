import type { ArtworkId } from '../../contract';
import type { Database } from './database';
import { searchExpression } from './search-text';
import { forEachYielding } from './yielding';

/** Rows between two turns of everything else: some milliseconds. */
const STRETCH = 4000;

/** Works of which title, file name, author, description, keywords or labels say a word, as the search finds it. */
export async function worksSaying(reader: Database, word: string): Promise<ArtworkId[]> {
  const expression = searchExpression(word);
  if (expression === null) return [];
  const found: ArtworkId[] = [];
  const walk = reader.walk<[number]>('SELECT rowid FROM search WHERE search MATCH ?', expression);
  await forEachYielding(walk, STRETCH, ([id]) => found.push(id));
  return found;
}
