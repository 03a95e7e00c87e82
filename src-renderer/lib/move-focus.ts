import { cellsOfRow, rowOf, type Cell, type RowLayout } from './justified-rows';

export type Direction = 'left' | 'right' | 'up' | 'down';

const middle = (cell: Cell): number => cell.x + cell.width / 2;

/**
 * Where the focus goes from a work: sideways to the neighbour in reading order, up and down to the work whose
 * middle lies nearest. Stays where it is at the edges.
 */
export function moveFocus(
  layout: RowLayout,
  aspects: ArrayLike<number>,
  at: number,
  direction: Direction,
): number {
  const last = aspects.length - 1;
  if (direction === 'left') return Math.max(0, at - 1);
  if (direction === 'right') return Math.min(last, at + 1);
  const row = rowOf(layout, at);
  const next = row + (direction === 'down' ? 1 : -1);
  if (next < 0 || next >= layout.heights.length) return at;
  const here = cellsOfRow(layout, aspects, row).find((cell) => cell.at === at);
  return nearest(cellsOfRow(layout, aspects, next), here ? middle(here) : 0) ?? at;
}

function nearest(cells: readonly Cell[], x: number): number | undefined {
  let best: Cell | undefined;
  for (const cell of cells) {
    if (!best || Math.abs(middle(cell) - x) < Math.abs(middle(best) - x)) best = cell;
  }
  return best?.at;
}
