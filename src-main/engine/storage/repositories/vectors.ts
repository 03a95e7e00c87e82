import type { ArtworkId, ContentHash } from '../../../contract';
import { blobToFloats, floatsToBlob } from '../blobs';
import type { Database } from '../database';

/** The kinds of a model's vectors, or `head:<id>` for the logits of its head. */
export type VectorKind = 'style' | 'subject' | 'joint' | `head:${string}`;

export interface ModelVectors {
  readonly modelId: string;
  readonly vectors: ReadonlyMap<VectorKind, Float32Array>;
}

/** What a model made of a content. A change of model or of content invalidates exactly its own. */
export class Vectors {
  constructor(private readonly database: Database) {}

  /**
   * Keeps the vectors, unless their model is no longer the active one nor the one that is to follow it.
   *
   * @returns whether they were kept
   */
  save(hash: ContentHash, { modelId, vectors }: ModelVectors): boolean {
    let kept = 0;
    for (const [kind, vector] of vectors) {
      kept += this.database.run(
        `INSERT OR REPLACE INTO vectors (hash, model_id, kind, data)
         SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM meta
           WHERE key IN ('active_model', 'next_model') AND value = ?)`,
        hash,
        modelId,
        kind,
        floatsToBlob(vector),
        modelId,
      ).changes;
    }
    return kept === vectors.size && kept > 0;
  }

  find(hash: ContentHash, modelId: string, kind: VectorKind): Float32Array | null {
    const row = this.database.get<{ data: Uint8Array }>(
      'SELECT data FROM vectors WHERE hash = ? AND model_id = ? AND kind = ?',
      hash,
      modelId,
      kind,
    );
    return row ? blobToFloats(row.data) : null;
  }

  has(hash: ContentHash, modelId: string): boolean {
    return (
      this.database.get(
        'SELECT 1 AS one FROM vectors WHERE hash = ? AND model_id = ?',
        hash,
        modelId,
      ) !== undefined
    );
  }

  /**
   * The next works in the order of their ids, each with whether the model has yet to look at it.
   *
   * @param after id of the last work before, 0 for the first
   */
  progressOf(
    modelId: string,
    after: ArtworkId,
    limit: number,
  ): Array<{ id: ArtworkId; hash: ContentHash; lacking: boolean }> {
    return this.database
      .all<{ id: number; hash: string; lacking: number }>(
        `SELECT a.id, a.hash, NOT EXISTS
           (SELECT 1 FROM vectors v WHERE v.hash = a.hash AND v.model_id = ?) AS lacking
         FROM artworks a WHERE a.visible = 1 AND a.id > ? ORDER BY a.id LIMIT ?`,
        modelId,
        after,
        limit,
      )
      .map(({ id, hash, lacking }) => ({ id, hash, lacking: lacking === 1 }));
  }

  /**
   * Forgets what a model has made, one stretch of the table at a time.
   *
   * @param after where the stretch before ended, 0 for the first
   * @returns where this one ended; null when nothing follows
   */
  forgetModel(modelId: string, after: number, stretch: number): number | null {
    const last =
      this.database.get<{ id: number | null }>('SELECT max(id) AS id FROM vectors')?.id ?? 0;
    this.database.run(
      'DELETE FROM vectors WHERE id > ? AND id <= ? AND model_id = ?',
      after,
      after + stretch,
      modelId,
    );
    return after + stretch < last ? after + stretch : null;
  }

  forget(hash: ContentHash): void {
    this.database.run('DELETE FROM vectors WHERE hash = ?', hash);
  }
}
