import type { ArtworkId, SIGNALS } from '../../../contract';
import type { Database } from '../database';

export type SignalKind = (typeof SIGNALS)[number];
export type Reaction = 'like' | 'dislike';

export interface Signal {
  readonly artworkId: ArtworkId;
  readonly kind: SignalKind;
  readonly value: number | null;
  /** ISO 8601. */
  readonly at: string;
}

interface Row {
  artwork_id: number;
  kind: SignalKind;
  value: number | null;
  at: string;
}

/** What the user did, in the order in which it happened. */
export class Signals {
  constructor(private readonly database: Database) {}

  record(kind: SignalKind, artworkId: ArtworkId, value: number | null = null): void {
    this.database.run(
      'INSERT INTO signals (kind, artwork_id, value, at) SELECT ?, id, ?, ? FROM artworks WHERE id = ?',
      kind,
      value,
      new Date().toISOString(),
      artworkId,
    );
  }

  all(): Signal[] {
    return this.database.all<Row>('SELECT * FROM signals ORDER BY id').map(toSignal);
  }

  /** The last like or dislike of each work that has one. */
  reactions(): Map<ArtworkId, Reaction> {
    const rows = this.database.all<Row>(
      `SELECT * FROM signals WHERE kind IN ('like', 'dislike') ORDER BY id`,
    );
    return new Map(rows.map(({ artwork_id: id, kind }) => [id, kind as Reaction]));
  }

  /** Takes back what was said of a work. */
  clearReactions(artworkId: ArtworkId): void {
    this.database.run(
      `DELETE FROM signals WHERE artwork_id = ? AND kind IN ('like', 'dislike')`,
      artworkId,
    );
  }
}

function toSignal({ artwork_id: artworkId, kind, value, at }: Row): Signal {
  return { artworkId, kind, value, at };
}
