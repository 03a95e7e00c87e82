import {
  EngineError,
  type ArtworkId,
  type ContentHash,
  type FileMetadata,
} from '../../../contract';
import type { Database } from '../database';
import { dayOf, nameKey } from '../sort-keys';

/** What the catalogue keeps of a work besides its measurements. */
export interface ArtworkRecord {
  readonly hash: ContentHash;
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
  /** ISO 8601: when it was made as far as is known, else the file's own time. */
  readonly date: string;
  /** OKLCH hue of the leading colour in degrees; works without colour sort behind all others. */
  readonly hue: number;
  /** Mean OKLab lightness, 0..1. */
  readonly lightness: number;
  readonly metadata: FileMetadata;
}

export interface StoredArtwork {
  readonly id: ArtworkId;
  readonly hash: ContentHash;
  readonly visible: boolean;
  readonly title: string;
  readonly fileName: string;
  readonly width: number;
  readonly height: number;
  readonly date: string;
  readonly rating: number;
  readonly favourite: boolean;
  readonly metadata: FileMetadata;
}

interface Row {
  id: number;
  hash: string;
  visible: number;
  title: string;
  file_name: string;
  width: number;
  height: number;
  date: string;
  rating: number;
  favourite: number;
  metadata: string;
}

/** The works themselves: identity, size, date and what the file says of them. */
export class Artworks {
  constructor(private readonly database: Database) {}

  idOf(hash: ContentHash): ArtworkId | null {
    return (
      this.database.get<{ id: number }>('SELECT id FROM artworks WHERE hash = ?', hash)?.id ?? null
    );
  }

  /**
   * Works that are called exactly so, two at most: enough to know whether the name is one work's own. Works without a
   * present file count only where no other has the name.
   */
  named(fileName: string): ArtworkId[] {
    const rows = this.database.all<{ id: number; visible: number }>(
      `SELECT id, visible FROM artworks
       WHERE visible IN (0, 1) AND name_key = ? AND file_name = ? ORDER BY visible DESC, id LIMIT 2`,
      nameKey(fileName),
      fileName,
    );
    return rows.filter(({ visible }) => visible === rows[0]?.visible).map(({ id }) => id);
  }

  find(id: ArtworkId): StoredArtwork | null {
    const row = this.database.get<Row>('SELECT * FROM artworks WHERE id = ?', id);
    return row ? toArtwork(row) : null;
  }

  /** @throws EngineError 'artwork/not-found' */
  get(id: ArtworkId): StoredArtwork {
    const found = this.find(id);
    if (!found) throw new EngineError('artwork/not-found', `There is no artwork ${id}`, { id });
    return found;
  }

  create(record: ArtworkRecord): ArtworkId {
    return this.database.run(
      `INSERT INTO artworks (hash, title, file_name, name_key, width, height, aspect, date, day, year,
         hue, lightness, metadata, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...columns(record),
      new Date().toISOString(),
    ).lastInsertRowid;
  }

  /** The work was saved again, or measured again: same id, same opinions, new content. */
  replace(id: ArtworkId, record: ArtworkRecord): void {
    this.database.run(
      `UPDATE artworks SET hash = ?, title = ?, file_name = ?, name_key = ?, width = ?, height = ?,
         aspect = ?, date = ?, day = ?, year = ?, hue = ?, lightness = ?, metadata = ? WHERE id = ?`,
      ...columns(record),
      id,
    );
  }

  /** Its file has another name now. A title that came from the name follows. */
  rename(id: ArtworkId, fileName: string): void {
    const { metadata } = this.get(id);
    this.database.run(
      'UPDATE artworks SET file_name = ?, name_key = ?, title = ? WHERE id = ?',
      fileName,
      nameKey(fileName),
      metadata.title ?? stemOf(fileName),
      id,
    );
  }

  countVisible(): number {
    return (
      this.database.get<{ n: number }>('SELECT count(*) AS n FROM artworks WHERE visible = 1')?.n ??
      0
    );
  }
}

function columns(record: ArtworkRecord): Array<string | number> {
  const { hash, fileName, width, height, date, hue, lightness, metadata } = record;
  return [
    hash,
    metadata.title ?? stemOf(fileName),
    fileName,
    nameKey(fileName),
    width,
    height,
    width / height,
    date,
    dayOf(date),
    Number(date.slice(0, 4)),
    hue,
    lightness,
    JSON.stringify(metadata),
  ];
}

function stemOf(fileName: string): string {
  return fileName.replace(/\.[^.]+$/, '');
}

function toArtwork(row: Row): StoredArtwork {
  return {
    id: row.id,
    hash: row.hash,
    visible: row.visible === 1,
    title: row.title,
    fileName: row.file_name,
    width: row.width,
    height: row.height,
    date: row.date,
    rating: row.rating,
    favourite: row.favourite === 1,
    metadata: JSON.parse(row.metadata) as FileMetadata,
  };
}
