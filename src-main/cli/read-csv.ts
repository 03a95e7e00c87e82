import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { UsageError } from './usage-error';

const RECORD_ENDS = ['\r\n', '\n', '\r'];

export interface CsvLine {
  cells: readonly string[];
  number: number;
}

export interface CsvTable {
  /** Names of the columns as the first line has them, in lower case. */
  names: readonly string[];
  lines: readonly CsvLine[];
  /** What is wrong with a line, as an error to throw. */
  wrong: (line: number, reason: string) => UsageError;
}

/**
 * Reads CSV as RFC 4180 has it, UTF-8 with or without a byte order mark, any line ends.
 *
 * @param option whose file it is, for messages
 * @param required columns that must be there; others may be, in any order
 * @param lengths whether lines with another number of cells than the first are let pass
 * @throws UsageError that names the option and the line
 */
export async function readCsv(
  option: string,
  file: string,
  required: readonly string[],
  lengths: 'even' | 'uneven' = 'even',
): Promise<CsvTable> {
  const wrong = (line: number, reason: string) =>
    new UsageError(`${option}: line ${line}: ${reason}`);
  const [header, ...lines] = linesOf(await textOf(option, file), lengths, wrong);
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  for (const name of required)
    if (!names.includes(name)) throw wrong(1, `Expected a column '${name}'`);
  return { names, lines, wrong };
}

async function textOf(option: string, file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new UsageError(
      `${option}: ${file} can't be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  });
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${option}: ${file} is not UTF-8 text`);
  }
}

function linesOf(text: string, lengths: 'even' | 'uneven', wrong: CsvTable['wrong']): CsvLine[] {
  try {
    const options = {
      info: true,
      skip_empty_lines: true,
      relax_column_count: lengths === 'uneven',
      record_delimiter: RECORD_ENDS,
    };
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
