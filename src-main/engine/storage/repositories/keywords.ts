import type { ArtworkId } from '../../../contract';
import type { Database } from '../database';

/** The words that the files bring along. */
export class Keywords {
  constructor(private readonly database: Database) {}

  set(artworkId: ArtworkId, keywords: readonly string[]): void {
    this.database.run('DELETE FROM keywords WHERE artwork_id = ?', artworkId);
    for (const keyword of keywords) {
      this.database.run('INSERT OR IGNORE INTO keywords VALUES (?, ?)', keyword, artworkId);
    }
  }
}
