import type { ArtworkId, ProfileId } from '../../../contract';
import type { Database } from '../database';
import type { Profiles } from './profiles';

export interface Opinion {
  readonly artworkId: ArtworkId;
  /** 0 (none) to 5. */
  readonly rating: number;
  readonly favourite: boolean;
}

interface Row {
  id: number;
  rating: number;
  favourite: number;
}

/**
 * Ratings and favourites of every profile. Those of the active one stand also in the works themselves, where the gallery
 * looks for them.
 */
export class Opinions {
  constructor(
    private readonly database: Database,
    private readonly profiles: Profiles,
  ) {}

  /** @param rating 0 (none) to 5 */
  rate(ids: readonly ArtworkId[], rating: number, profileId = this.profiles.active): void {
    this.#set(ids, 'rating', rating, profileId);
  }

  setFavourite(
    ids: readonly ArtworkId[],
    favourite: boolean,
    profileId = this.profiles.active,
  ): void {
    this.#set(ids, 'favourite', Number(favourite), profileId);
  }

  /** Lets another profile have the word: its stars and hearts are shown from now on. */
  show(profileId: ProfileId): void {
    this.database.transaction(() => {
      this.profiles.setActive(profileId);
      this.database.run(
        'UPDATE artworks SET rating = 0, favourite = 0 WHERE rating > 0 OR favourite = 1',
      );
      this.database.run(
        `UPDATE artworks SET rating = o.rating, favourite = o.favourite
         FROM opinions o WHERE o.profile_id = ? AND o.artwork_id = artworks.id`,
        profileId,
      );
    });
  }

  /** Brings the stars of the active profile for works that it now rates otherwise. */
  showAgain(ids: readonly ArtworkId[]): void {
    if (ids.length === 0) return;
    this.database.run(
      `UPDATE artworks SET rating = o.rating FROM opinions o
       WHERE o.profile_id = ? AND o.artwork_id = artworks.id
         AND artworks.id IN (SELECT value FROM json_each(?))`,
      this.profiles.active,
      JSON.stringify(ids),
    );
  }

  favourites(profileId = this.profiles.active): ArtworkId[] {
    return this.of(profileId)
      .filter(({ favourite }) => favourite)
      .map(({ artworkId }) => artworkId);
  }

  /** Only works that have a rating. */
  ratings(profileId = this.profiles.active): Array<{ artworkId: ArtworkId; rating: number }> {
    return this.of(profileId)
      .filter(({ rating }) => rating > 0)
      .map(({ artworkId, rating }) => ({ artworkId, rating }));
  }

  /** Everything a profile rates or holds dear, in the order of the works. */
  of(profileId: ProfileId): Opinion[] {
    return this.database
      .all<Row>(
        `SELECT artwork_id AS id, rating, favourite FROM opinions
         WHERE profile_id = ? AND (rating > 0 OR favourite = 1) ORDER BY artwork_id`,
        profileId,
      )
      .map(({ id, rating, favourite }) => ({
        artworkId: id,
        rating,
        favourite: favourite === 1,
      }));
  }

  /** Of a single work; no stars and no heart where there is none. */
  about(profileId: ProfileId, artworkId: ArtworkId): Opinion {
    const sql = 'SELECT rating, favourite FROM opinions WHERE profile_id = ? AND artwork_id = ?';
    const row = this.database.get<Omit<Row, 'id'>>(sql, profileId, artworkId);
    return { artworkId, rating: row?.rating ?? 0, favourite: row?.favourite === 1 };
  }

  #set(
    ids: readonly ArtworkId[],
    column: 'rating' | 'favourite',
    value: number,
    profileId: ProfileId,
  ): void {
    const isShown = profileId === this.profiles.active;
    this.database.transaction(() => {
      for (const id of ids) {
        this.database.run(
          `INSERT INTO opinions (profile_id, artwork_id, ${column})
           SELECT ?, id, ? FROM artworks WHERE id = ?
           ON CONFLICT (profile_id, artwork_id) DO UPDATE SET ${column} = excluded.${column}`,
          profileId,
          value,
          id,
        );
        if (isShown) this.database.run(`UPDATE artworks SET ${column} = ? WHERE id = ?`, value, id);
      }
    });
  }
}
