import type { ArtworkId } from '../../../contract';
import type { Database } from '../database';

/** Whose hand made a work. */
export interface KnownHand {
  readonly artworkId: ArtworkId;
  readonly name: string;
}

/** Who made the works: a person's word before the file's own. */
export class Hands {
  constructor(private readonly database: Database) {}

  /** The name that a person gave; null where none did. */
  ownOf(artworkId: ArtworkId): string | null {
    return (
      this.database.get<{ name: string }>('SELECT name FROM hands WHERE artwork_id = ?', artworkId)
        ?.name ?? null
    );
  }

  /** The name that the file gives; null where it gives none. */
  fromFile(artworkId: ArtworkId): string | null {
    return (
      this.database.get<{ author: string | null }>(
        'SELECT author FROM artworks WHERE id = ?',
        artworkId,
      )?.author ?? null
    );
  }

  /** Says who made the works; null takes a person's word back, and the file's own counts again. Unknown ids are passed over. */
  setName(ids: readonly ArtworkId[], name: string | null): void {
    const at = new Date().toISOString();
    this.database.transaction(() => {
      for (const id of ids) {
        this.database.run('DELETE FROM hands WHERE artwork_id = ?', id);
        if (name === null) continue;
        this.database.run(
          'INSERT INTO hands SELECT id, ?, ? FROM artworks WHERE id = ?',
          name,
          at,
          id,
        );
      }
    });
  }

  /**
   * The next works whose hand is known, in the order of their ids.
   *
   * @param after id of the last work before, 0 for the first
   */
  knownAfter(after: ArtworkId, limit: number): KnownHand[] {
    const named = this.database.all<{ id: number; name: string }>(
      'SELECT artwork_id AS id, name FROM hands WHERE artwork_id > ? ORDER BY artwork_id LIMIT ?',
      after,
      limit,
    );
    const written = this.database.all<{ id: number; name: string }>(
      `SELECT id, author AS name FROM artworks INDEXED BY artworks_with_author
       WHERE author IS NOT NULL AND id > ?
         AND NOT EXISTS (SELECT 1 FROM hands h WHERE h.artwork_id = artworks.id)
       ORDER BY id LIMIT ?`,
      after,
      limit,
    );
    return [...named, ...written]
      .sort((a, b) => a.id - b.id)
      .slice(0, limit)
      .map(({ id: artworkId, name }) => ({ artworkId, name }));
  }
}
