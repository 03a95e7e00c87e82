import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import type { KnownWork } from '../engine/compose';
import { UsageError } from './usage-error';

const REQUIRED = ['file', 'movement'] as const;
const RECORD_ENDS = ['\r\n', '\n', '\r'];

interface Line {
  cells: readonly string[];
  number: number;
}

/**
 * Reads a table `file,movement[,artist][,genre][,year]`: CSV as RFC 4180 has it, UTF-8 with or without a byte order mark,
 * any line ends. Its first line names the columns in any order; others are passed over. An empty cell is
 * 'not known'.
 *
 * @throws UsageError that names the line
 */
export async function readLabels(file: string): Promise<KnownWork[]> {
  const [header, ...lines] = linesOf(await textOf(file));
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  for (const name of REQUIRED)
    if (!names.includes(name)) throw wrong(1, `Expected a column '${name}'`);
  return lines.map((line) => workOf(names, line));
}

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new UsageError(
      `--labels: ${file} can't be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`--labels: ${file} is not UTF-8 text`);
  }
}

function linesOf(text: string): Line[] {
  try {
    const options = { info: true, skip_empty_lines: true, record_delimiter: RECORD_ENDS };
    // With `info` every record comes with its place, which the types don't tell.
    const parsed: unknown[] = parse(text, options);
    return (parsed as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      number: info.lines,
    }));
  } catch (error) {
    if (error instanceof CsvError) throw wrong(Number(error['lines']), error.message);
    throw error;
  }
}

function workOf(names: readonly string[], line: Line): KnownWork {
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

function wrong(line: number, reason: string): UsageError {
  return new UsageError(`--labels: line ${line}: ${reason}`);
}
