import { TRAIT_IDS } from '../../contract';
import type { WorkTable } from '../storage/work-table';
import { clustersOf, NO_CLUSTER } from './clusters';
import { outliersOf } from './outliers';
import type { PortfolioContext } from './portfolio';

const COLUMNS = ['id', 'file', 'hash', 'date', 'aspect', 'style', 'cluster', 'outlier', 'palette'];
/** Spreadsheets read UTF-8 as such only after this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * The portfolio as a table for a spreadsheet (RFC 4180, UTF-8 with byte order mark): one row a work, its date, style,
 * cluster (from 1), outlier score, palette as `#rrggbb share` pairs, and every trait.
 */
export function portfolioCsv(
  table: WorkTable,
  { styleOf, axis }: Pick<PortfolioContext, 'styleOf' | 'axis'>,
): string {
  const { clusterOf } = clustersOf(table, axis);
  const outliers = new Map(outliersOf(table).map(({ id, score }) => [id, score]));
  const lines = [...table.ids].map((id, row) => {
    const cluster = clusterOf[row] ?? NO_CLUSTER;
    const outlier = outliers.get(id);
    return [
      id,
      text(table.fileNames.at(row) ?? ''),
      table.hashes.at(row) ?? '',
      text(table.dates.at(row) ?? ''),
      rounded(table.aspects[row] ?? 0),
      text(styleOf(id) ?? ''),
      cluster === NO_CLUSTER ? '' : cluster + 1,
      outlier === undefined ? '' : rounded(outlier),
      (table.swatches.at(row) ?? [])
        .map(({ hex, share }) => `${hex} ${share.toFixed(3)}`)
        .join(' '),
      ...TRAIT_IDS.map((_, t) => rounded(table.traits.data[row * table.traits.dim + t] ?? 0)),
    ].join(',');
  });
  return BYTE_ORDER_MARK + [[...COLUMNS, ...TRAIT_IDS].join(','), ...lines, ''].join('\r\n');
}

/**
 * Quotes a text where it must be. One that a spreadsheet would run as a formula gets an apostrophe before it
 * (OWASP, 'CSV Injection'): file names come from anywhere.
 */
function text(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(5)));
}
