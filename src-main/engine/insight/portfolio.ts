import { setImmediate } from 'node:timers/promises';
import type { Axis, Portfolio } from '../../contract';
import { remember } from '../kernel/remember';
import type { WorkTable } from '../storage/work-table';
import { forEachYielding } from '../storage/yielding';
import { calendarOf } from './calendar';
import { clustersOf } from './clusters';
import { cohesionOf } from './cohesion';
import { duplicatesOf, relatedWorksOf } from './duplicates';
import { mergedPalette } from './merged-palette';
import { outliersOf } from './outliers';
import { styleSpaceOf } from './style-space';
import { timelineOf } from './timeline';
import { turningPointsOf } from './turning-points';

/** What a portfolio needs to know beyond the measurements; it changes without the table changing. */
export interface PortfolioContext {
  /** Works of which several identical files lie in the folders. */
  exactCopies: readonly number[];
  /** The style of every work: the label a person gave, else the one learnt, else null for 'not sure'. */
  styleOf: (id: number) => string | null;
  /** What the works of a group are alike in. */
  axis: Axis;
}

/** Naming the style of a work takes about a tenth of a millisecond. */
const STRETCH = 200;

const wholePaletteOf = remember((table: WorkTable) => mergedPalette(table, [...table.ids.keys()]));
const wholeCohesionOf = remember((table: WorkTable) => ({
  value: cohesionOf(table, [...table.ids.keys()]),
}));

/**
 * How a body of work hangs together. What follows from the table alone is computed once for each table; between the
 * steps, each of which takes a second or so for 10,000 works, everything else in the process has its turn.
 */
export async function portfolioOf(table: WorkTable, context: PortfolioContext): Promise<Portfolio> {
  const { axis } = context;
  for (const step of [
    styleSpaceOf,
    () => clustersOf(table, axis),
    timelineOf,
    turningPointsOf,
    outliersOf,
    relatedWorksOf,
  ]) {
    step(table);
    await setImmediate();
  }
  const { order } = calendarOf(table);
  const { clusters, silhouette } = clustersOf(table, axis);
  return {
    works: table.ids.length,
    firstDate: dateAt(table, order[0]),
    lastDate: dateAt(table, order.at(-1)),
    cohesion: wholeCohesionOf(table).value,
    silhouette,
    axis,
    clusters,
    periods: timelineOf(table),
    turningPoints: turningPointsOf(table),
    outliers: outliersOf(table),
    duplicates: duplicatesOf(table, context.exactCopies),
    palette: wholePaletteOf(table),
    styles: await countStyles(table, context.styleOf),
  };
}

function dateAt(table: WorkTable, row: number | undefined): string | null {
  return row === undefined ? null : (table.dates.at(row) ?? null);
}

async function countStyles(
  table: WorkTable,
  styleOf: PortfolioContext['styleOf'],
): Promise<Portfolio['styles']> {
  const counts = new Map<string | null, number>();
  await forEachYielding(table.ids, STRETCH, (id) => {
    const label = styleOf(id);
    counts.set(label, (counts.get(label) ?? 0) + 1);
  });
  return [...counts]
    .map(([label, count]) => ({ label, count }))
    .sort((a, b) => b.count - a.count || ((a.label ?? '') < (b.label ?? '') ? -1 : 1));
}
