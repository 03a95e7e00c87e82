import { clampOffset, scrollScale, type ScrollScale } from './tall-scroll';

/** Rows beyond the edge that are drawn all the same, so that scrolling shows no gap. */
const SPARE = 6;

export interface RowWindow {
  readonly scale: ScrollScale;
  /** The first and the last place that is drawn; `to` is below `from` when there are none. */
  readonly from: number;
  readonly to: number;
  /** px to add to `place * rowHeight` to get the top of a row within the element that scrolls. */
  readonly shift: number;
}

/**
 * Which of many rows of one height are on screen.
 *
 * @param count of all rows @param rowHeight px @param viewport height of what is seen in px @param scrollTop px
 */
export function rowWindow(
  count: number,
  rowHeight: number,
  viewport: number,
  scrollTop: number,
): RowWindow {
  const total = count * rowHeight;
  const scale = scrollScale(total, viewport);
  const offset = clampOffset(scrollTop * scale.ratio, total, viewport);
  const from = Math.max(0, Math.floor(offset / rowHeight) - SPARE);
  const to = Math.min(count - 1, Math.ceil((offset + viewport) / rowHeight) + SPARE);
  return { scale, from, to, shift: scale.ratio === 1 ? 0 : scrollTop - offset };
}
