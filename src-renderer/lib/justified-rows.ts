/** Works laid out in rows of equal width, each in its own proportion. Typed arrays, so that a million works are cheap. */
export interface RowLayout {
  /** Row r holds the works `starts[r]` up to, not including, `starts[r + 1]`. */
  readonly starts: Uint32Array;
  /** Upper edge of each row in px; the last entry is where a further row would begin. */
  readonly tops: Float64Array;
  readonly heights: Float32Array;
  /** Height of everything in px. */
  readonly total: number;
  readonly gap: number;
}

export interface RowOptions {
  /** px to fill. */
  width: number;
  /** Height in px that rows should come near to. */
  rowHeight: number;
  /** px between works and between rows. */
  gap: number;
}

const EMPTY: RowLayout = {
  starts: new Uint32Array(1),
  tops: new Float64Array(1),
  heights: new Float32Array(0),
  total: 0,
  gap: 0,
};

/**
 * Fills rows one after another. A row ends where its height comes nearest to the wished one; the last row is
 * never stretched, and a work wider than a row gets a lower row of its own.
 * @param aspects width over height of each work, above 0
 */
export function justifiedRows(aspects: ArrayLike<number>, options: RowOptions): RowLayout {
  const { width, gap } = options;
  const count = aspects.length;
  if (count === 0 || width <= 0) return EMPTY;
  const starts = new Uint32Array(count + 1);
  const tops = new Float64Array(count + 1);
  const heights = new Float32Array(count);
  let row = 0;
  let at = 0;
  while (at < count) {
    const { end, height } = fillRow(aspects, at, options);
    heights[row] = height;
    tops[row + 1] = (tops[row] ?? 0) + height + gap;
    starts[row + 1] = at = end;
    row++;
  }
  return {
    starts: starts.slice(0, row + 1),
    tops: tops.slice(0, row + 1),
    heights: heights.slice(0, row),
    total: (tops[row] ?? 0) - gap,
    gap,
  };
}

/** How far a row that begins at `start` reaches, and how high it is. */
function fillRow(
  all: ArrayLike<number>,
  start: number,
  { width: room, rowHeight: wished, gap: between }: RowOptions,
): { end: number; height: number } {
  let sum = 0;
  let before = Infinity;
  for (let end = start; end < all.length; end++) {
    sum += all[end] ?? 1;
    const height = (room - between * (end - start)) / sum;
    if (height <= wished) {
      // Shrunk by taking this work in, or stretched by leaving it out: whichever is less.
      const leaveOut = end > start && before / wished < wished / height;
      return leaveOut ? { end, height: before } : { end: end + 1, height };
    }
    before = height;
  }
  return { end: all.length, height: Math.min(before, wished) };
}

/** Index of the last entry that is not above `value`, in ascending `list`. */
export function lastNotAbove(list: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = list.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((list[middle] ?? Infinity) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The row a work lies in. */
export function rowOf(layout: RowLayout, at: number): number {
  return Math.min(lastNotAbove(layout.starts, at), Math.max(0, layout.heights.length - 1));
}

/** The row at a height of `y` px. */
export function rowAt(layout: RowLayout, y: number): number {
  return Math.min(
    lastNotAbove(layout.tops, Math.max(0, y)),
    Math.max(0, layout.heights.length - 1),
  );
}

/** A work's place in the layout, px. */
export interface Cell {
  at: number;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** All cells of a row, from left to right. */
export function cellsOfRow(layout: RowLayout, aspects: ArrayLike<number>, row: number): Cell[] {
  const cells: Cell[] = [];
  const height = layout.heights[row] ?? 0;
  let x = 0;
  for (let at = layout.starts[row] ?? 0; at < (layout.starts[row + 1] ?? 0); at++) {
    const width = height * (aspects[at] ?? 1);
    cells.push({ at, x, y: layout.tops[row] ?? 0, width, height });
    x += width + layout.gap;
  }
  return cells;
}

/** All cells that touch the stretch from `from` to `to` px. */
export function cellsBetween(
  layout: RowLayout,
  aspects: ArrayLike<number>,
  from: number,
  to: number,
): Cell[] {
  const cells: Cell[] = [];
  if (layout.heights.length === 0) return cells;
  for (let row = rowAt(layout, from); row < layout.heights.length; row++) {
    if ((layout.tops[row] ?? 0) > to) break;
    cells.push(...cellsOfRow(layout, aspects, row));
  }
  return cells;
}
