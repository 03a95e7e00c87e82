import type { ArtworkId } from '../../../contract';
import type { Database } from '../database';
import type { Search } from './search';

/** The user's own words for works. */
export class Labels {
  constructor(
    private readonly database: Database,
    private readonly search: Search,
  ) {}

  labelsOf(artworkId: ArtworkId): string[] {
    return this.database
      .all<{ label: string }>(
        'SELECT label FROM labels WHERE artwork_id = ? ORDER BY label',
        artworkId,
      )
      .map(({ label }) => label);
  }

  /** Puts a label on works or takes it off, so that they are found by it. Unknown ids are passed over. */
  setLabel(ids: readonly ArtworkId[], label: string, on: boolean): void {
    const at = new Date().toISOString();
    this.database.transaction(() => {
      for (const id of ids) {
        if (on) {
          this.database.run(
            'INSERT OR IGNORE INTO labels SELECT ?, id, ? FROM artworks WHERE id = ?',
            label,
            at,
            id,
          );
        } else {
          this.database.run('DELETE FROM labels WHERE label = ? AND artwork_id = ?', label, id);
        }
      }
      this.search.refresh(ids);
    });
  }

  all(): Array<{ artworkId: ArtworkId; label: string }> {
    return this.database
      .all<{ artwork_id: number; label: string }>(
        'SELECT artwork_id, label FROM labels ORDER BY label, artwork_id',
      )
      .map(({ artwork_id: artworkId, label }) => ({ artworkId, label }));
  }
}
