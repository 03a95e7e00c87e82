/**
 * Browsers cap the height of an element (Chromium: about 33 million px). Above this height the scroll bar
 * stands for a longer stretch than it is tall.
 */
const MOST_PX = 16_000_000;

export interface ScrollScale {
  /** Height in px to give the element that scrolls. */
  readonly height: number;
  /** px of content for each px of scrolling; 1 for all but the largest libraries. */
  readonly ratio: number;
}

/** @param total height of the content in px @param viewport height of what is seen in px */
export function scrollScale(total: number, viewport: number): ScrollScale {
  if (total <= MOST_PX) return { height: total, ratio: 1 };
  return { height: MOST_PX, ratio: (total - viewport) / (MOST_PX - viewport) };
}

/** Keeps an offset within the content. */
export function clampOffset(offset: number, total: number, viewport: number): number {
  return Math.max(0, Math.min(offset, total - viewport));
}
