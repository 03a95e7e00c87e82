import type { Catalogue } from './catalogue';
import type { Database } from './database';
import type { VectorKind } from './repositories/vectors';
import { sharedBytes, sharedFloats } from './table/shared-memory';
import { TableBuilder, type StoredAnalysis } from './table/table-builder';
import type { SharedWorkTable } from './table/table-transfer';
import { TextColumn } from './table/text-column';
import { hasVector } from '../kernel/vector-rows';
import { forEachYielding, pause } from './yielding';

/** Rows between two turns of everything else: some milliseconds. */
const STRETCH = 250;

/** Up to this share of new works they are looked up one by one; above it everything is read as it lies on the disk. */
const FEW = 0.05;

/**
 * Reads everything measured about the present works into columns, without ever holding the process up
 * for long. Works that the model has not seen have rows of zeros.
 *
 * Each table is read in the order in which it lies on the disk: looking vectors up work by work would jump
 * through the whole file. Where only a few works are new since an earlier table, the others are copied from it: what
 * was measured of a content does not change while the process runs.
 *
 * @param modelId whose style and subject vectors to read; null for none
 * @param before an earlier table of the same catalogue and model
 */
export async function loadWorkTable(
  { meta, reader }: Catalogue,
  modelId: string | null,
  before?: SharedWorkTable,
): Promise<SharedWorkTable> {
  const version = meta.version;
  const works = await readWorks(reader);
  const builder = new TableBuilder(works.ids.length);
  const unknown = before && (await unknownRows(works, before, modelId));
  if (before && unknown && unknown.size <= works.ids.length * FEW) {
    await copyKnown(builder, works, before, unknown);
    await lookUp(builder, reader, works, modelId, unknown);
  } else await readAll(builder, reader, works, modelId);
  return { version, ...works, ...builder.finish() };
}

type Works = Pick<
  SharedWorkTable,
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
  const columns = {
    ids: new Uint32Array(sharedBytes(ids.length * Uint32Array.BYTES_PER_ELEMENT)),
    dated: new Uint8Array(sharedBytes(ids.length)),
    aspects: sharedFloats(ids.length),
  };
  columns.ids.set(ids);
  columns.dated.set(dated);
  columns.aspects.set(aspects);
  const rowOf = new Map(ids.map((id, row) => [id, row]));
  const texts = await inColumns({ hashes, fileNames, dates });
  return { ...columns, rowOf, ...texts };
}

async function inColumns<Name extends string>(
  texts: Record<Name, string[]>,
): Promise<Record<Name, TextColumn>> {
  const columns: Partial<Record<Name, TextColumn>> = {};
  for (const name in texts) {
    await pause();
    columns[name] = TextColumn.from(texts[name]);
  }
  return columns as Record<Name, TextColumn>;
}

/** Rows of works that the earlier table does not have with this content, or not embedded. */
async function unknownRows(
  { ids, hashes }: Works,
  before: SharedWorkTable,
  modelId: string | null,
): Promise<Set<number>> {
  const { data, dim } = before.style;
  const unknown = new Set<number>();
  await forEachYielding(ids.entries(), STRETCH * 4, ([row, id]) => {
    const from = before.rowOf.get(id) ?? NaN;
    const known = before.hashes.at(from) === hashes.at(row);
    if (!known || (modelId !== null && !hasVector(data, dim, from))) unknown.add(row);
  });
  return unknown;
}

async function copyKnown(
  builder: TableBuilder,
  { ids }: Works,
  before: SharedWorkTable,
  unknown: ReadonlySet<number>,
): Promise<void> {
  await forEachYielding(ids.entries(), STRETCH * 4, ([row, id]) => {
    const from = before.rowOf.get(id);
    if (from !== undefined && !unknown.has(row)) builder.copy(row, before, from);
  });
}

interface AnalysisRow {
  palette: string;
  traits: Uint8Array;
  palette_vector: Uint8Array;
  perceptual: Uint8Array;
}

async function lookUp(
  builder: TableBuilder,
  reader: Database,
  { hashes }: Works,
  modelId: string | null,
  rows: ReadonlySet<number>,
): Promise<void> {
  await forEachYielding(rows, STRETCH, (row) => {
    const hash = hashes.at(row) ?? '';
    const analysis = reader.get<AnalysisRow>(
      'SELECT palette, traits, palette_vector, perceptual FROM analyses WHERE hash = ?',
      hash,
    );
    if (analysis) {
      builder.analysis(row, [
        analysis.palette,
        analysis.traits,
        analysis.palette_vector,
        analysis.perceptual,
      ]);
    }
    for (const kind of ['style', 'subject'] as const) {
      const vector = reader.get<{ data: Uint8Array }>(
        'SELECT data FROM vectors WHERE hash = ? AND model_id = ? AND kind = ?',
        hash,
        modelId,
        kind,
      );
      if (vector) builder[kind].set(row, vector.data);
    }
  });
}

async function readAll(
  builder: TableBuilder,
  reader: Database,
  { ids, hashes }: Works,
  modelId: string | null,
): Promise<void> {
  const rows = new Map<string, number>();
  await forEachYielding(ids.keys(), STRETCH * 4, (row) => rows.set(hashes.at(row) ?? '', row));
  const analyses = reader.walk<[string, ...StoredAnalysis]>(
    'SELECT hash, palette, traits, palette_vector, perceptual FROM analyses ORDER BY rowid',
  );
  await forEachYielding(analyses, STRETCH, ([hash, ...analysis]) => {
    const row = rows.get(hash);
    if (row !== undefined) builder.analysis(row, analysis);
  });
  for (const kind of ['style', 'subject'] satisfies VectorKind[]) {
    const vectors = reader.walk<[string, Uint8Array]>(
      'SELECT hash, data FROM vectors WHERE model_id = ? AND kind = ? ORDER BY id',
      modelId,
      kind,
    );
    await forEachYielding(vectors, STRETCH, ([hash, data]) => {
      const row = rows.get(hash);
      if (row !== undefined) builder[kind].set(row, data);
    });
  }
}
