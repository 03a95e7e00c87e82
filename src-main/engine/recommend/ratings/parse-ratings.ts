import { EngineError, type RatingFault } from '../../../contract';
import { tableLines, type TableLine } from './table-lines';

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

type Columns = Readonly<Record<'user' | 'item' | 'rating' | 'time', number>>;

const REQUIRED = ['user', 'item', 'rating'] as const;
/** Characters of a line that is shown. */
const MOST_SHOWN = 120;
const SECONDS = /^\d{9,11}(\.\d+)?$/;
/** As a spreadsheet writes it where a comma divides the decimals. */
const WITH_COMMA = /^(\d+),(\d+)$/;

/**
 * Reads a table `user,item,rating[,time]` as `tableLines` divides it. Its first line names the columns in any order; others,
 * and lines with nothing in them, are passed over. Ratings are 1..5, their decimals after a point or a comma; a time is ISO 8601 or seconds since 1970.
 *
 * @throws EngineError 'ratings/table-invalid', its detail naming the line, when the table as a whole makes no sense
 */
export async function parseRatings(text: string): Promise<ParsedRatings> {
  const { lines, stray } = await tableLines(text);
  const [header, ...rest] = lines.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  const [lost] = stray;
  if (lost && lost.number < (header?.number ?? Infinity))
    throw invalid('Expected every quote of the first line to have its fellow', lost.number);
  const columns = columnsOf(header);
  const read = rest.map((line) => readLine(columns, line));
  const faults = read.filter((row): row is RatingFault => 'fault' in row);
  for (const { number: line, text: whole } of stray)
    faults.push({ line, fault: 'quote-stray', text: whole.slice(0, MOST_SHOWN) });
  return { rows: read.filter((row): row is RatingRow => !('fault' in row)), faults };
}

function columnsOf(header: TableLine | undefined): Columns {
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  for (const name of REQUIRED)
    if (!names.includes(name)) throw invalid(`Expected a column '${name}'`, header?.number ?? 1);
  const [user, item, rating, time] = [...REQUIRED, 'time' as const].map((it) => names.indexOf(it));
  return { user: user!, item: item!, rating: rating!, time: time! };
}

function readLine(columns: Columns, { cells, number: line }: TableLine): RatingRow | RatingFault {
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
  return text === '' ? NaN : Number(text.replace(WITH_COMMA, '$1.$2'));
}

function isoOf(time: string): string | undefined {
  const date = SECONDS.test(time) ? new Date(Number(time) * 1000) : new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function invalid(reason: string, line: number): EngineError {
  return new EngineError('ratings/table-invalid', reason, { line });
}
