import { EngineError, type RatingFault } from '../../../contract';
import { forEachYielding } from '../../storage/yielding';
import { readTime } from './read-time';
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

type Columns = Readonly<Record<'user' | 'item' | 'rating' | 'time' | 'count', number>>;

const REQUIRED = ['user', 'item', 'rating'] as const;
/** Characters of a line that is shown. */
const MOST_SHOWN = 120;
/** With a comma a spreadsheet writes it where that divides the decimals. */
const DECIMAL = /^\d(?:[.,]\d+)?$/;
/** Lines between two turns of everything else: some milliseconds. */
const STRETCH = 2000;

/**
 * Reads a table `user,item,rating[,time]` as `tableLines` divides it. Its first line names the columns in any order; others,
 * and lines with nothing in them, are passed over. Ratings are 1..5, their decimals after a point or a comma; times are as
 * `readTime` has them.
 *
 * @throws EngineError 'ratings/table-invalid', its detail naming the line, when the table as a whole makes no sense
 */
export async function parseRatings(text: string): Promise<ParsedRatings> {
  const { lines, stray } = await tableLines(text);
  const begin = lines.findIndex(hasText);
  const header = lines[begin];
  const [lost] = stray;
  if (lost && lost.number < (header?.number ?? Infinity))
    throw invalid('Expected every quote of the first line to have its fellow', lost.number);
  const columns = columnsOf(header);
  const rows: RatingRow[] = [];
  const faults: RatingFault[] = [];
  await forEachYielding(lines.slice(begin + 1), STRETCH, (line) => {
    if (!hasText(line)) return;
    const read = readLine(columns, line);
    if ('fault' in read) faults.push({ ...read, text: read.text.slice(0, MOST_SHOWN) });
    else rows.push(read);
  });
  for (const { number: line, text: whole } of stray)
    faults.push({ line, fault: 'quote-stray', text: whole.slice(0, MOST_SHOWN) });
  return { rows, faults };
}

function hasText({ cells }: TableLine): boolean {
  return cells.some((cell) => cell.trim() !== '');
}

function columnsOf(header: TableLine | undefined): Columns {
  const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  for (const name of REQUIRED)
    if (!names.includes(name)) throw invalid(`Expected a column '${name}'`, header?.number ?? 1);
  const [user, item, rating, time] = [...REQUIRED, 'time' as const].map((it) => names.indexOf(it));
  return { user: user!, item: item!, rating: rating!, time: time!, count: names.length };
}

function readLine(columns: Columns, { cells, number: line }: TableLine): RatingRow | RatingFault {
  const cell = (at: number): string => cells[at]?.trim() ?? '';
  const wrong = (fault: RatingFault['fault'], text: string): RatingFault => ({ line, fault, text });
  const surplus = cells.slice(columns.count).filter((text) => text.trim() !== '');
  if (surplus.length > 0) return wrong('cells-surplus', cells.join(' | '));
  const [user, item] = [cell(columns.user), cell(columns.item)];
  if (user === '' || user.length > 120) return wrong('user-missing', user);
  if (item === '') return wrong('item-missing', item);
  const rating = numberIn(cell(columns.rating));
  if (!(rating >= 1 && rating <= 5)) return wrong('rating-invalid', cell(columns.rating));
  const time = cell(columns.time);
  const at = time === '' ? null : readTime(time);
  if (time !== '' && at === null) return wrong('time-invalid', time);
  return { line, user, item, rating, at };
}

function numberIn(text: string): number {
  return DECIMAL.test(text) ? Number(text.replace(',', '.')) : NaN;
}

function invalid(reason: string, line: number): EngineError {
  return new EngineError('ratings/table-invalid', reason, { line });
}
