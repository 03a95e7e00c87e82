export interface RowCell {
  readonly at: number;
  readonly width: number;
}

export interface FilledRow {
  readonly height: number;
  readonly cells: readonly RowCell[];
}

/**
 * As many works, in their order, as stand side by side at about the wished height; the row then fills its width exactly,
 * unless there are too few works for that.
 *
 * @param aspects width over height of each work
 */
export function fillRow(
  aspects: readonly number[],
  { width, height, gap }: { width: number; height: number; gap: number },
): FilledRow {
  let sum = 0;
  let count = 0;
  while (count < aspects.length) {
    const aspect = aspects[count] ?? 1;
    // A work that would stand out by more than half of itself is left to the next time.
    if (count > 0 && (sum + aspect / 2) * height + gap * count > width) break;
    sum += aspect;
    count++;
  }
  const exact = sum > 0 ? (width - gap * (count - 1)) / sum : height;
  const isFull = exact < height * 1.35;
  const shown = isFull ? exact : height;
  const cells = aspects.slice(0, count).map((aspect, at) => ({ at, width: aspect * shown }));
  return { height: Math.max(0, shown), cells };
}
