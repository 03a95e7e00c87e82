import type { SkippedWork } from '../contract/evaluate-output';
import type { KnownWork } from '../engine/compose';
import { readCsv, type CsvLine } from './read-csv';

export interface LabelTable {
  works: KnownWork[];
  /** Lines that name nothing to measure. */
  skipped: SkippedWork[];
  /** Lines whose year is no number: their works count without one. */
  undated: { line: number; year: string }[];
}

/**
 * Reads a table `file,movement[,artist][,genre][,year]` (see `readCsv`). An empty cell is 'not known'. A line without a
 * file, or with another number of cells than the first, is skipped and told of.
 *
 * @throws UsageError that names the line, of what is no such table at all
 */
export async function readLabels(file: string): Promise<LabelTable> {
  const { names, lines } = await readCsv('--labels', file, ['file', 'movement'], 'uneven');
  const table: LabelTable = { works: [], skipped: [], undated: [] };
  for (const line of lines) takeLine(names, line, table);
  return table;
}

function takeLine(names: readonly string[], { cells, number }: CsvLine, table: LabelTable): void {
  const cell = (name: string) => cells[names.indexOf(name)]?.trim() || null;
  const file = cell('file');
  const skip = (reason: string) =>
    void table.skipped.push({ file: file ?? '', reason: `Line ${number}: ${reason}` });
  if (file === null) return skip("expected a path in 'file' but it is empty");
  if (cells.length !== names.length)
    return skip(`expected ${names.length} cells but received ${cells.length}`);
  const year = cell('year');
  const isYear = year !== null && /^-?\d{1,4}$/.test(year);
  if (year !== null && !isYear) table.undated.push({ line: number, year });
  table.works.push({
    file,
    movement: cell('movement'),
    artist: cell('artist'),
    genre: cell('genre'),
    year: isYear ? Number(year) : null,
  });
}
