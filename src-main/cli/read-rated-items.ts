import type { RatedItem } from '../engine/compose';
import { readCsv, type CsvLine, type CsvTable } from './read-csv';

/**
 * Reads a table `user,item,rating` (see `readCsv`); ratings are any numbers, and not looked at where all rows are positive.
 *
 * @throws UsageError that names the line
 */
export async function readRatedItems(
  option: string,
  file: string,
  { rated }: { rated: boolean },
): Promise<RatedItem[]> {
  const needed = rated ? ['user', 'item', 'rating'] : ['user', 'item'];
  const table = await readCsv(option, file, needed);
  return table.lines.map((line) => rowOf(table, line, rated));
}

function rowOf({ names, wrong }: CsvTable, line: CsvLine, rated: boolean): RatedItem {
  const cell = (name: string): string => {
    const text = line.cells[names.indexOf(name)]?.trim() ?? '';
    if (text === '') throw wrong(line.number, `Expected something in '${name}' but it is empty`);
    return text;
  };
  const rating = rated ? Number(cell('rating')) : 1;
  if (!Number.isFinite(rating))
    throw wrong(line.number, `Expected a number in 'rating' but received '${cell('rating')}'`);
  return { user: cell('user'), item: cell('item'), rating };
}
