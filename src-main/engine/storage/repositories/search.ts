import type { ArtworkId, FileMetadata } from '../../../contract';
import type { Database } from '../database';
import { searchText } from '../search-text';

/** Keeps the full-text index in step with the works. */
export class Search {
  constructor(private readonly database: Database) {}

  /** Writes anew what a work can be found by; called after its text or its labels changed. */
  refresh(ids: readonly ArtworkId[]): void {
    this.database.transaction(() => ids.forEach((id) => this.#refreshOne(id)));
  }

  #refreshOne(id: ArtworkId): void {
    const row = this.database.get<{
      title: string;
      file_name: string;
      metadata: string;
      labels: string | null;
    }>(
      `SELECT title, file_name, metadata,
         (SELECT group_concat(label, ' ') FROM labels WHERE artwork_id = artworks.id) AS labels
       FROM artworks WHERE id = ?`,
      id,
    );
    if (!row) return;
    const { author, description, keywords } = JSON.parse(row.metadata) as FileMetadata;
    const parts = [row.title, row.file_name, author, description, ...keywords, row.labels];
    const { words, pairs } = searchText(parts.filter(Boolean).join(' '));
    this.database.run(
      'INSERT OR REPLACE INTO search (rowid, words, pairs) VALUES (?, ?, ?)',
      id,
      words,
      pairs,
    );
  }
}
