import type { KnownWork } from '../engine/compose';
import { readCsv, type CsvLine, type CsvTable } from './read-csv';

/**
 * Reads a table `file,movement[,artist][,genre][,year]` (see `readCsv`). An empty cell is 'not known'.
 *
 * @throws UsageError that names the line
 */
export async function readLabels(file: string): Promise<KnownWork[]> {
  const table = await readCsv('--labels', file, ['file', 'movement']);
  return table.lines.map((line) => workOf(table, line));
}

function workOf({ names, wrong }: CsvTable, line: CsvLine): KnownWork {
  const cell = (name: string) => line.cells[names.indexOf(name)]?.trim() || null;
  const file = cell('file');
  if (file === null) throw wrong(line.number, "Expected a path in 'file' but it is empty");
  const year = cell('year');
  if (year !== null && !/^-?\d{1,4}$/.test(year))
    throw wrong(line.number, `Expected a year like 1874 but received '${year}'`);
  return {
    file,
    movement: cell('movement'),
    artist: cell('artist'),
    genre: cell('genre'),
    year: year === null ? null : Number(year),
  };
}
