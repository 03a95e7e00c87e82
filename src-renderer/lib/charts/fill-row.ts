export interface RowCell {
  readonly at: number;
  readonly width: number;
}

export interface FilledRow {
  readonly height: number;
  readonly cells: readonly RowCell[];
}

export interface RowRoom {
  readonly width: number;
  /** Wished height, px. */
  readonly height: number;
  readonly gap: number;
  /** Whether the row may grow or shrink to fill its width exactly. */
  readonly fill: boolean;
}

/** How much higher than wished a row may become to fill its width. */
const MOST_STRETCH = 1.35;

/**
 * As many works, in their order, as stand side by side at about the wished height. A row that fills its width does so
 * exactly, unless it has too few works for that.
 *
 * @param aspects width over height of each work
 */
export function fillRow(aspects: readonly number[], room: RowRoom): FilledRow {
  const { width, height, gap, fill } = room;
  let sum = 0;
  let count = 0;
  while (count < aspects.length) {
    const aspect = aspects[count] ?? 1;
    // To fill a row a work may stand out by up to half of itself: all shrink a little.
    const own = fill ? aspect / 2 : aspect;
    if (count > 0 && (sum + own) * height + gap * count > width) break;
    sum += aspect;
    count++;
  }
  const exact = sum > 0 ? (width - gap * (count - 1)) / sum : height;
  const stretches = fill ? exact < height * MOST_STRETCH : exact < height;
  const shown = Math.max(0, stretches ? exact : height);
  const cells = aspects.slice(0, count).map((aspect, at) => ({ at, width: aspect * shown }));
  return { height: shown, cells };
}
