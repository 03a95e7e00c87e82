import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { TRAIT_IDS } from '../../src-main/contract';
import { readWork } from '../../src-main/engine/imaging/read-work';
import type { WorkReading } from '../../src-main/engine/imaging/work-reading';
import { openEncoder } from '../../src-main/engine/inference/encoder-session';
import { loadModelFolder } from '../../src-main/engine/inference/load-model-folder';
import type { VectorTable, WorkTable } from '../../src-main/engine/storage/work-table';

const root = path.resolve(import.meta.dirname, '../..');
const folder = path.join(root, 'resources/samples');
/** The figures that tests expect were seen with this encoder; a better one may well do better. */
const MODEL = 'models/mobilenetv2-early';

export interface SampleLibrary {
  table: WorkTable;
  /** The generated works' series by id; null for the photographs. */
  seriesOf: (id: number) => string | null;
  idOf: (file: string) => number;
}

interface Listed {
  file: string;
  series?: string;
}

/** The sample portfolio read and embedded as the application does it, without a catalogue. */
export async function openSampleLibrary(): Promise<SampleLibrary> {
  const { works, publicDomain } = JSON.parse(
    readFileSync(path.join(folder, 'samples.json'), 'utf8'),
  ) as { works: Listed[]; publicDomain: Listed[] };
  const listed = [...works, ...publicDomain];
  const encoder = await openEncoder(await loadModelFolder(path.join(root, MODEL)));
  const readings: WorkReading[] = [];
  for (const { file } of listed)
    readings.push(
      await readWork(file, readFileSync(path.join(folder, file)), encoder.manifest.input),
    );
  const { style, subject } = await encoder.embed(readings.map(({ modelInput }) => modelInput));
  await encoder.close();
  return {
    table: tableOf(listed, readings, tableFrom(style), tableFrom(subject)),
    seriesOf: (id) => listed[id - 1]?.series ?? null,
    idOf: (file) => listed.findIndex((work) => work.file === file) + 1,
  };
}

function tableOf(
  listed: readonly Listed[],
  readings: readonly WorkReading[],
  style: VectorTable,
  subject: VectorTable,
): WorkTable {
  return {
    version: 1,
    ids: Uint32Array.from(listed, (_, i) => i + 1),
    rowOf: new Map(listed.map((_, i) => [i + 1, i])),
    hashes: listed.map(({ file }) => createHash('sha256').update(file).digest('hex')),
    fileNames: listed.map(({ file }) => path.basename(file)),
    dates: readings.map(({ metadata }) => metadata.takenAt ?? '2026-11-24'),
    dated: Uint8Array.from(readings, ({ metadata }) => Number(metadata.takenAt !== null)),
    aspects: Float32Array.from(readings, ({ width, height }) => width / height),
    style,
    subject,
    palette: tableFrom(readings.map(({ paletteVector }) => paletteVector)),
    swatches: readings.map(({ analysis }) => analysis.palette),
    traits: tableFrom(
      readings.map(({ analysis }) => Float32Array.from(TRAIT_IDS, (id) => analysis.traits[id])),
    ),
    perceptual: BigUint64Array.from(readings, ({ perceptualHash }) => perceptualHash),
  };
}

function tableFrom(rows: readonly Float32Array[]): VectorTable {
  const dim = rows[0]?.length ?? 0;
  const data = new Float32Array(rows.length * dim);
  rows.forEach((row, i) => data.set(row, i * dim));
  return { dim, data };
}
