import {
  ANALYSIS_VERSION,
  type ArtworkId,
  type ContentHash,
  type Swatch,
  type WorkAnalysis,
} from '../../../contract';
import { bits64ToBlob, floatsToBlob, traitsToFloats } from '../blobs';
import type { Database } from '../database';

/**
 * An accent counts for at least this share when works are looked up by colour: a red sail of one per cent
 * is what the picture is remembered by.
 */
export const ACCENT_SHARE = 0.06;

/** What one decode measured. */
export interface Measurement {
  readonly analysis: WorkAnalysis;
  readonly paletteVector: Float32Array;
  readonly perceptualHash: bigint;
}

/** Measurements by content. */
export class Analyses {
  constructor(private readonly database: Database) {}

  save(hash: ContentHash, { analysis, paletteVector, perceptualHash }: Measurement): void {
    const { palette, ...details } = analysis;
    this.database.run(
      `INSERT OR REPLACE INTO analyses
         (hash, version, palette, traits, palette_vector, perceptual, details)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      hash,
      ANALYSIS_VERSION,
      JSON.stringify(palette),
      floatsToBlob(traitsToFloats(analysis.traits)),
      floatsToBlob(paletteVector),
      bits64ToBlob(perceptualHash),
      JSON.stringify(details),
    );
  }

  find(hash: ContentHash): WorkAnalysis | null {
    const row = this.database.get<{ palette: string; details: string }>(
      'SELECT palette, details FROM analyses WHERE hash = ?',
      hash,
    );
    if (!row) return null;
    const palette = JSON.parse(row.palette) as Swatch[];
    return { palette, ...(JSON.parse(row.details) as Omit<WorkAnalysis, 'palette'>) };
  }

  isCurrent(hash: ContentHash): boolean {
    return (
      this.database.get(
        'SELECT 1 AS one FROM analyses WHERE hash = ? AND version >= ?',
        hash,
        ANALYSIS_VERSION,
      ) !== undefined
    );
  }

  forget(hash: ContentHash): void {
    this.database.run('DELETE FROM analyses WHERE hash = ?', hash);
  }

  /** The colours a work can be found by. */
  setSwatches(artworkId: ArtworkId, palette: readonly Swatch[]): void {
    this.database.run('DELETE FROM swatches WHERE artwork_id = ?', artworkId);
    for (const { lab, share, accent } of palette) {
      const weight = accent ? Math.max(share, ACCENT_SHARE) : share;
      this.database.run('INSERT INTO swatches VALUES (?, ?, ?, ?, ?)', artworkId, ...lab, weight);
    }
  }
}
