import { CsvError, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { EngineError, type RatingFault } from '../../../contract';
import { pause } from '../../storage/yielding';

/** One line of a table of ratings, understood but for its item. */
export interface RatingRow {
  readonly line: number;
  readonly user: string;
  readonly item: string;
  /** 1..5 */
  readonly rating: number;
  /** ISO 8601, UTC; null where the table does not say. */
  readonly at: string | null;
}

export interface ParsedRatings {
  readonly rows: readonly RatingRow[];
  readonly faults: readonly RatingFault[];
}

interface Placed {
  record: string[];
  info: { lines: number };
}

interface Line {
  cells: readonly string[];
  number: number;
}

type Columns = Readonly<Record<'user' | 'item' | 'rating' | 'time', number>>;

const REQUIRED = ['user', 'item', 'rating'] as const;
/** Bytes. */
const PIECE = 16_384;
const SECONDS = /^\d{9,11}(\.\d+)?$/;
const RECORD_ENDS = ['\r\n', '\n', '\r'];

/**
 * Reads a table `user,item,rating[,time]`: CSV as RFC 4180 has it, with or without a byte order mark, any line ends. Its
 * first line names the columns in any order; others are passed over. Ratings are 1..5; a time is ISO 8601 or seconds since
 * 1970.
 *
 * @throws EngineError 'ratings/table-invalid', its detail naming the line, when the table as a whole makes no sense
 */
export async function parseRatings(text: string): Promise<ParsedRatings> {
  const [header, ...lines] = await linesOf(text);
  const columns = columnsOf(header);
  const read = lines.map((line) => readLine(columns, line));
  return {
    rows: read.filter((row): row is RatingRow => !('fault' in row)),
    faults: read.filter((row): row is RatingFault => 'fault' in row),
  };
}

/** In pieces, so that everything else in the process has its turn between them. */
async function linesOf(text: string): Promise<Line[]> {
  const parser = Readable.from(piecesOf(text)).compose(
    parse({
      info: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      record_delimiter: RECORD_ENDS,
    }),
  );
  const lines: Line[] = [];
  try {
    // With `info` every record comes with its place, which the types don't tell.
    for await (const { record, info } of parser as AsyncIterable<Placed>)
      lines.push({ cells: record, number: info.lines });
    return lines;
  } catch (error) {
    if (error instanceof CsvError) throw invalid(error.message, Number(error['lines']));
    throw error;
  }
}

/** As bytes: a cut between two of them loses no character, one between two halves of a character in a string would. */
async function* piecesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let from = 0; from < bytes.length; from += PIECE) {
    yield bytes.subarray(from, from + PIECE);
    await pause();
  }
}

function columnsOf(header: Line | undefined): Columns {
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  for (const name of REQUIRED)
    if (!names.includes(name)) throw invalid(`Expected a column '${name}'`, 1);
  const [user, item, rating, time] = [...REQUIRED, 'time' as const].map((it) => names.indexOf(it));
  return { user: user!, item: item!, rating: rating!, time: time! };
}

function readLine(columns: Columns, { cells, number: line }: Line): RatingRow | RatingFault {
  const cell = (at: number): string => cells[at]?.trim() ?? '';
  const wrong = (fault: RatingFault['fault'], text: string): RatingFault => ({ line, fault, text });
  const [user, item] = [cell(columns.user), cell(columns.item)];
  if (user === '' || user.length > 120) return wrong('user-missing', user);
  if (item === '') return wrong('item-missing', item);
  const rating = numberIn(cell(columns.rating));
  if (!(rating >= 1 && rating <= 5)) return wrong('rating-invalid', cell(columns.rating));
  const time = cell(columns.time);
  const at = time === '' ? null : isoOf(time);
  if (at === undefined) return wrong('time-invalid', time);
  return { line, user, item, rating, at };
}

function numberIn(text: string): number {
  return text === '' ? NaN : Number(text);
}

function isoOf(time: string): string | undefined {
  const date = SECONDS.test(time) ? new Date(Number(time) * 1000) : new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function invalid(reason: string, line: number): EngineError {
  return new EngineError('ratings/table-invalid', reason, { line });
}
