import type { ContentHash } from '../../../contract';
import { blobToFloats, floatsToBlob } from '../blobs';
import type { Database } from '../database';

/** `style`, `subject`, or `head:<id>` for the logits of a model's head. */
export type VectorKind = 'style' | 'subject' | `head:${string}`;

export interface ModelVectors {
  readonly modelId: string;
  readonly vectors: ReadonlyMap<VectorKind, Float32Array>;
}

/** What a model made of a content. A change of model or of content invalidates exactly its own. */
export class Vectors {
  constructor(private readonly database: Database) {}

  /**
   * Keeps the vectors, unless another model has become the active one since they were asked for.
   *
   * @returns whether they were kept
   */
  save(hash: ContentHash, { modelId, vectors }: ModelVectors): boolean {
    let kept = 0;
    for (const [kind, vector] of vectors) {
      kept += this.database.run(
        `INSERT OR REPLACE INTO vectors (hash, model_id, kind, data)
         SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM meta WHERE key = 'active_model' AND value = ?)`,
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

  forget(hash: ContentHash): void {
    this.database.run('DELETE FROM vectors WHERE hash = ?', hash);
  }
}
