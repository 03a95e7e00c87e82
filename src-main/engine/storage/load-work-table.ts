import { TRAIT_IDS, type Swatch } from '../../contract';
import { blobToBits64, copyFloats } from './blobs';
import type { Catalogue } from './catalogue';
import type { VectorTable, WorkTable } from './work-table';
import { forEachYielding } from './yielding';

type Row = readonly [
  id: number,
  hash: string,
  fileName: string,
  date: string,
  aspect: number,
  palette: string,
  traits: Uint8Array,
  paletteVector: Uint8Array,
  perceptual: Uint8Array,
  style: Uint8Array | null,
  subject: Uint8Array | null,
  dated: number,
];

const SELECT = `
  SELECT a.id, a.hash, a.file_name, a.date, a.aspect,
    n.palette, n.traits, n.palette_vector, n.perceptual, s.data, u.data,
    json_extract(a.metadata, '$.takenAt') IS NOT NULL
  FROM artworks a JOIN analyses n ON n.hash = a.hash
  LEFT JOIN vectors s ON s.hash = a.hash AND s.model_id = ?1 AND s.kind = 'style'
  LEFT JOIN vectors u ON u.hash = a.hash AND u.model_id = ?1 AND u.kind = 'subject'
  WHERE a.visible = 1 ORDER BY a.id`;

/** Rows between two pauses; each costs some tens of microseconds. */
const STRETCH = 500;

/**
 * Reads everything measured about the present works into columns, without ever holding the process up
 * for long. Works that the model has not seen have rows of zeros.
 *
 * @param modelId whose style and subject vectors to read; null for none
 */
export async function loadWorkTable(
  { meta, reader }: Catalogue,
  modelId: string | null,
): Promise<WorkTable> {
  const version = meta.version;
  const rows: Row[] = [];
  await forEachYielding(reader.walk<Row>(SELECT, modelId), STRETCH, (row) => rows.push(row));
  return {
    version,
    ids: Uint32Array.from(rows, (row) => row[0]),
    rowOf: new Map(rows.map((row, index) => [row[0], index])),
    hashes: rows.map((row) => row[1]),
    fileNames: rows.map((row) => row[2]),
    dates: rows.map((row) => row[3]),
    dated: Uint8Array.from(rows, (row) => row[11]),
    aspects: Float32Array.from(rows, (row) => row[4]),
    style: vectorTable(rows, 9),
    subject: vectorTable(rows, 10),
    palette: vectorTable(rows, 7),
    swatches: await parsedSwatches(rows),
    traits: vectorTable(rows, 6, TRAIT_IDS.length),
    perceptual: BigUint64Array.from(rows, (row) => blobToBits64(row[8])),
  };
}

function vectorTable(rows: readonly Row[], column: 6 | 7 | 9 | 10, known?: number): VectorTable {
  const first = rows.find((row) => row[column] !== null)?.[column];
  const dim = known ?? (first ? first.byteLength / Float32Array.BYTES_PER_ELEMENT : 0);
  const data = new Float32Array(rows.length * dim);
  rows.forEach((row, index) => {
    const blob = row[column];
    if (blob) copyFloats(blob, data.subarray(index * dim, (index + 1) * dim));
  });
  return { dim, data };
}

async function parsedSwatches(rows: readonly Row[]): Promise<Swatch[][]> {
  const swatches: Swatch[][] = [];
  await forEachYielding(rows, STRETCH * 4, (row) => swatches.push(JSON.parse(row[5]) as Swatch[]));
  return swatches;
}
