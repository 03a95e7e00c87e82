import { TRAIT_IDS, type Swatch } from '../../contract';
import { blobToBits64, copyFloats } from './blobs';
import type { Catalogue } from './catalogue';
import type { Database } from './database';
import type { VectorKind } from './repositories/vectors';
import type { VectorTable, WorkTable } from './work-table';
import { forEachYielding } from './yielding';

/** Rows between two turns of everything else: some milliseconds. */
const STRETCH = 250;

/**
 * Reads everything measured about the present works into columns, without ever holding the process up
 * for long. Works that the model has not seen have rows of zeros.
 *
 * Each table is read in the order in which it lies on the disk: looking vectors up work by work would jump
 * through the whole file.
 *
 * @param modelId whose style and subject vectors to read; null for none
 */
export async function loadWorkTable(
  { meta, reader }: Catalogue,
  modelId: string | null,
): Promise<WorkTable> {
  const version = meta.version;
  const works = await readWorks(reader);
  const rows = new Map(works.hashes.map((hash, row) => [hash, row]));
  const measured = await readAnalyses(reader, rows);
  const style = await readVectors(reader, rows, modelId, 'style');
  const subject = await readVectors(reader, rows, modelId, 'subject');
  return { version, ...works, ...measured, style, subject };
}

type Works = Pick<
  WorkTable,
  'ids' | 'rowOf' | 'hashes' | 'fileNames' | 'dates' | 'dated' | 'aspects'
>;

async function readWorks(reader: Database): Promise<Works> {
  const ids: number[] = [];
  const hashes: string[] = [];
  const fileNames: string[] = [];
  const dates: string[] = [];
  const dated: number[] = [];
  const aspects: number[] = [];
  const walk = reader.walk<[number, string, string, string, number, number]>(
    `SELECT id, hash, file_name, date, aspect, json_extract(metadata, '$.takenAt') IS NOT NULL
     FROM artworks
     WHERE visible = 1 AND EXISTS (SELECT 1 FROM analyses n WHERE n.hash = artworks.hash) ORDER BY id`,
  );
  await forEachYielding(walk, STRETCH * 4, ([id, hash, fileName, date, aspect, isDated]) => {
    ids.push(id);
    hashes.push(hash);
    fileNames.push(fileName);
    dates.push(date);
    dated.push(isDated);
    aspects.push(aspect);
  });
  return {
    ids: Uint32Array.from(ids),
    rowOf: new Map(ids.map((id, row) => [id, row])),
    hashes,
    fileNames,
    dates,
    dated: Uint8Array.from(dated),
    aspects: Float32Array.from(aspects),
  };
}

type Rows = ReadonlyMap<string, number>;
type Measured = Pick<WorkTable, 'palette' | 'traits' | 'swatches' | 'perceptual'>;

async function readAnalyses(reader: Database, rows: Rows): Promise<Measured> {
  const traits = new TableBuilder(rows.size, TRAIT_IDS.length);
  const palette = new TableBuilder(rows.size);
  const swatches = Array.from({ length: rows.size }, (): Swatch[] => []);
  const perceptual = new BigUint64Array(rows.size);
  const walk = reader.walk<[string, string, Uint8Array, Uint8Array, Uint8Array]>(
    'SELECT hash, palette, traits, palette_vector, perceptual FROM analyses ORDER BY rowid',
  );
  await forEachYielding(walk, STRETCH, ([hash, colours, traitValues, paletteVector, bits]) => {
    const row = rows.get(hash);
    if (row === undefined) return;
    traits.set(row, traitValues);
    palette.set(row, paletteVector);
    swatches[row] = JSON.parse(colours) as Swatch[];
    perceptual[row] = blobToBits64(bits);
  });
  return { traits: traits.finish(), palette: palette.finish(), swatches, perceptual };
}

async function readVectors(
  reader: Database,
  rows: Rows,
  modelId: string | null,
  kind: VectorKind,
): Promise<VectorTable> {
  const table = new TableBuilder(rows.size);
  const walk = reader.walk<[string, Uint8Array]>(
    'SELECT hash, data FROM vectors WHERE model_id = ? AND kind = ? ORDER BY id',
    modelId,
    kind,
  );
  await forEachYielding(walk, STRETCH, ([hash, data]) => {
    const row = rows.get(hash);
    if (row !== undefined) table.set(row, data);
  });
  return table.finish();
}

/** Rows of equal length, whose length is known with the first of them. */
class TableBuilder {
  #dim: number;
  #data: Float32Array;

  constructor(
    private readonly rows: number,
    dim = 0,
  ) {
    this.#dim = dim;
    this.#data = new Float32Array(rows * dim);
  }

  set(row: number, blob: Uint8Array): void {
    if (this.#dim === 0) {
      this.#dim = blob.byteLength / Float32Array.BYTES_PER_ELEMENT;
      this.#data = new Float32Array(this.rows * this.#dim);
    }
    copyFloats(blob, this.#data.subarray(row * this.#dim, (row + 1) * this.#dim));
  }

  finish(): VectorTable {
    return { dim: this.#dim, data: this.#data };
  }
}
