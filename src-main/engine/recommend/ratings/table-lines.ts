import { CsvError, parse } from 'csv-parse/sync';
import { pause } from '../../storage/yielding';

/** A record of a table, and the line on which it begins; 1 is the first. */
export interface TableLine {
  readonly cells: readonly string[];
  readonly number: number;
}

export interface StrayLine {
  readonly number: number;
  readonly text: string;
}

export interface TableLines {
  readonly lines: readonly TableLine[];
  /** Lines whose quotes do not belong together. */
  readonly stray: readonly StrayLine[];
}

interface Reading {
  readonly lines: TableLine[];
  readonly stray: StrayLine[];
}

interface Form {
  readonly delimiter: string;
  /** Cells of the first line. */
  readonly width: number;
  /** Where in the list of lines the table begins. */
  readonly begin: number;
}

interface Placed {
  record: string[];
  info: { lines: number };
}

const DELIMITERS = [',', ';', '\t'] as const;
/** Excel's own way to name the delimiter, as the first line. */
const NAMED = /^"?sep=([,;\t])"?$/i;
/** Lines read between two pauses. */
const BATCH = 500;
/** A quoted cell that is longer is taken for one whose end is missing. */
const MOST_LINES_IN_CELL = 50;

/**
 * Reads delimited text as RFC 4180 has it, with commas, semicolons or tabs, whichever divides the first line into most cells
 * or an Excel line `sep=;` names; any line ends. A quote that has no fellow costs its line, not the table.
 */
export async function tableLines(text: string): Promise<TableLines> {
  const raw = await linesOf(text);
  const form = formOf(raw);
  const into: Reading = { lines: [], stray: [] };
  for (let at = form.begin; at < raw.length;) {
    const end = endOfWhole(raw, at);
    at = end > at ? readWhole(raw, at, end, form, into) : readOpen(raw, at, form, into);
    await pause();
  }
  return into;
}

/** In pieces, so that everything else in the process has its turn between them. */
async function linesOf(text: string): Promise<string[]> {
  const lines: string[] = [];
  const ends = /\r\n|\n|\r/g;
  let from = 0;
  for (let end = ends.exec(text); end; end = ends.exec(text)) {
    lines.push(text.slice(from, end.index));
    from = ends.lastIndex;
    if (lines.length % BATCH === 0) await pause();
  }
  lines.push(text.slice(from));
  return lines;
}

function formOf(raw: readonly string[]): Form {
  const first = raw.findIndex((line) => line.trim() !== '');
  const named = NAMED.exec(raw[first] ?? '')?.[1];
  const begin = Math.max(0, named === undefined ? first : first + 1);
  const header = raw[begin] ?? '';
  const delimiter = named ?? delimiterOf(header);
  return { delimiter, width: cellsOf(header, delimiter)?.length ?? 0, begin };
}

function delimiterOf(header: string): string {
  const count = (delimiter: string): number => cellsOf(header, delimiter)?.length ?? 0;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** Where the run of lines ends, at most a batch of them, in which every quote has its fellow. */
function endOfWhole(raw: readonly string[], at: number): number {
  let end = at;
  while (end < raw.length && end - at < BATCH && quotesIn(raw[end]!) % 2 === 0) end++;
  return end;
}

/** Reads lines in which every quote has its fellow. @returns where to go on */
function readWhole(
  raw: readonly string[],
  at: number,
  end: number,
  { delimiter }: Form,
  { lines, stray }: Reading,
): number {
  const read = recordsOf(raw.slice(at, end).join('\n'), delimiter);
  for (const { record, info } of read ?? []) lines.push({ cells: record, number: at + info.lines });
  if (read) return end;
  for (let line = at; line < end; line++) {
    const text = raw[line]!;
    const cells = cellsOf(text, delimiter);
    if (!cells) stray.push({ number: line + 1, text });
    else if (cells.length > 0) lines.push({ cells, number: line + 1 });
  }
  return end;
}

/** Reads a line with a quote that is not closed on it. @returns where to go on */
function readOpen(
  raw: readonly string[],
  at: number,
  form: Form,
  { lines, stray }: Reading,
): number {
  const spanned = spanOf(raw, at, form);
  if (spanned) lines.push({ cells: spanned.cells, number: at + 1 });
  else stray.push({ number: at + 1, text: raw[at]! });
  return spanned?.end ?? at + 1;
}

/** A record that goes over several lines, none of which between its first and its last is a record by itself. */
function spanOf(
  raw: readonly string[],
  at: number,
  { delimiter, width }: Form,
): { cells: string[]; end: number } | null {
  const most = Math.min(raw.length, at + MOST_LINES_IN_CELL);
  for (let end = at + 1; end < most; end++) {
    if (quotesIn(raw[end]!) % 2 === 1) {
      const cells = cellsOf(raw.slice(at, end + 1).join('\n'), delimiter);
      return cells ? { cells, end: end + 1 } : null;
    }
    if (cellsOf(raw[end]!, delimiter)?.length === width) return null;
  }
  return null;
}

/** The cells of what must be one record; null where its quotes do not belong together. */
function cellsOf(text: string, delimiter: string): string[] | null {
  const records = recordsOf(text, delimiter);
  return records && records.length <= 1 ? (records[0]?.record ?? []) : null;
}

function recordsOf(text: string, delimiter: string): Placed[] | null {
  try {
    // With `info` every record comes with its place, which the types don't tell.
    const records: unknown = parse(text, {
      delimiter,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      record_delimiter: '\n',
    });
    return records as Placed[];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

function quotesIn(line: string): number {
  let count = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) count++;
  return count;
}
