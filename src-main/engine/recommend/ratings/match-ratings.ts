import type { ArtworkId, RatingFault } from '../../../contract';
import type { Catalogue } from '../../storage/catalogue';
import { pause } from '../../storage/yielding';
import type { ParsedRatings, RatingRow } from './parse-ratings';

export interface MatchedRating extends RatingRow {
  readonly artworkId: ArtworkId;
}

export interface MatchedRatings {
  readonly ratings: readonly MatchedRating[];
  /** In the order of the lines. */
  readonly faults: readonly RatingFault[];
}

type Found = ArtworkId | 'item-unknown' | 'item-ambiguous';

const HASH = /^[0-9a-f]{64}$/i;
const STRETCH = 200;

/** Finds the works that a table names, by content hash, by path (a whole one or its end) or by file name. */
export async function matchRatings(
  catalogue: Catalogue,
  { rows, faults }: ParsedRatings,
): Promise<MatchedRatings> {
  const known = new Map<string, Found>();
  const ratings: MatchedRating[] = [];
  const unmatched: RatingFault[] = [...faults];
  for (const [at, row] of rows.entries()) {
    const found = known.get(row.item) ?? workOf(catalogue, row.item);
    known.set(row.item, found);
    if (typeof found === 'number') ratings.push({ ...row, artworkId: found });
    else unmatched.push({ line: row.line, fault: found, text: row.item });
    if (at % STRETCH === STRETCH - 1) await pause();
  }
  return { ratings, faults: unmatched.sort((a, b) => a.line - b.line) };
}

function workOf({ artworks, files }: Catalogue, item: string): Found {
  const byHash = HASH.test(item) ? artworks.idOf(item.toLowerCase()) : null;
  const direct = byHash ?? files.atPath(item);
  if (direct !== null) return direct;
  const end = item.replaceAll('\\', '/').replace(/^(\.?\/)+/, '');
  const named = artworks.named(end.slice(end.lastIndexOf('/') + 1));
  // A path that ends so, or the name alone.
  const fitting = end.includes('/')
    ? named.filter((id) => files.pathsOf(id).some((path) => endsWith(path, end)))
    : named;
  if (fitting.length === 0) return 'item-unknown';
  return fitting.length === 1 ? fitting[0]! : 'item-ambiguous';
}

function endsWith(path: string, end: string): boolean {
  return path.replaceAll('\\', '/').endsWith(`/${end}`);
}
