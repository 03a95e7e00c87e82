import {
  EngineError,
  type ArtworkCard,
  type ArtworkDetail,
  type ArtworkId,
  type Swatch,
} from '../../../contract';
import type { Catalogue } from '../catalogue';

interface Row {
  id: number;
  hash: string;
  title: string;
  file_name: string;
  width: number;
  height: number;
  date: string;
  dated: number;
  rating: number;
  favourite: number;
  palette: string | null;
  present: number;
}

const SELECT = `
  SELECT a.id, a.hash, a.title, a.file_name, a.width, a.height, a.date,
    json_extract(a.metadata, '$.takenAt') IS NOT NULL AS dated, a.rating, a.favourite, n.palette,
    EXISTS (SELECT 1 FROM files f JOIN folders o ON o.id = f.folder_id
      WHERE f.artwork_id = a.id AND f.missing = 0 AND o.reachable = 1) AS present
  FROM artworks a LEFT JOIN analyses n ON n.hash = a.hash
  WHERE a.id IN (SELECT value FROM json_each(?))`;

/** What the gallery's cells show, in the order of the ids. Ids that are not there are left out. */
export function cardsOf({ database }: Catalogue, ids: readonly ArtworkId[]): ArtworkCard[] {
  const wanted = JSON.stringify(ids);
  const labels = new Map<number, string[]>();
  const rows = database.all<{ artwork_id: number; label: string }>(
    `SELECT artwork_id, label FROM labels WHERE artwork_id IN (SELECT value FROM json_each(?)) ORDER BY label`,
    wanted,
  );
  for (const { artwork_id: id, label } of rows) labels.set(id, [...(labels.get(id) ?? []), label]);
  const cards = new Map(
    database.all<Row>(SELECT, wanted).map((row) => [row.id, toCard(row, labels.get(row.id) ?? [])]),
  );
  return ids.map((id) => cards.get(id)).filter((card) => card !== undefined);
}

function toCard(row: Row, labels: string[]): ArtworkCard {
  const palette = JSON.parse(row.palette ?? '[]') as Swatch[];
  return {
    id: row.id,
    hash: row.hash,
    title: row.title,
    fileName: row.file_name,
    width: row.width,
    height: row.height,
    rating: row.rating,
    favourite: row.favourite === 1,
    palette: palette.map(({ hex, share }) => ({ hex, share })),
    date: row.date,
    dated: row.dated === 1,
    labels,
    missing: row.present === 0,
  };
}

/** All that is kept of one work; where it stands in the library is for others to say. */
export type ArtworkFacts = Omit<ArtworkDetail, 'readings'>;

/** @throws EngineError 'artwork/not-found', also when its folder was removed and no place is known any more */
export function factsOf(catalogue: Catalogue, id: ArtworkId): ArtworkFacts {
  const { metadata, hash } = catalogue.artworks.get(id);
  const [card] = cardsOf(catalogue, [id]);
  const place = catalogue.files.placeOf(id);
  if (!card || !place) {
    throw new EngineError('artwork/not-found', `Artwork ${id} is in no added folder`, { id });
  }
  const { path, folderId } = place;
  return { card, path, folderId, metadata, analysis: catalogue.analyses.find(hash) };
}
