import type { ArtworkId } from '../../../contract';
import type { Database } from '../database';

/** Ratings and favourites. */
export class Opinions {
  constructor(private readonly database: Database) {}

  /** @param rating 0 (none) to 5 */
  rate(ids: readonly ArtworkId[], rating: number): void {
    this.database.transaction(() => {
      for (const id of ids)
        this.database.run('UPDATE artworks SET rating = ? WHERE id = ?', rating, id);
    });
  }

  setFavourite(ids: readonly ArtworkId[], favourite: boolean): void {
    this.database.transaction(() => {
      for (const id of ids) {
        this.database.run('UPDATE artworks SET favourite = ? WHERE id = ?', Number(favourite), id);
      }
    });
  }

  favourites(): ArtworkId[] {
    return this.database
      .all<{ id: number }>('SELECT id FROM artworks WHERE favourite = 1 ORDER BY id')
      .map(({ id }) => id);
  }

  /** Only works that have a rating. */
  ratings(): Array<{ artworkId: ArtworkId; rating: number }> {
    return this.database
      .all<{ id: number; rating: number }>(
        'SELECT id, rating FROM artworks WHERE rating > 0 ORDER BY id',
      )
      .map(({ id, rating }) => ({ artworkId: id, rating }));
  }
}
