import type { GalleryIndex } from '../../../src-main/contract';
import { galleryGap } from '../../lib/gallery-gap';
import { cellsBetween, justifiedRows, rowAt, rowOf, type Cell } from '../../lib/justified-rows';
import { clampOffset, scrollScale } from '../../lib/tall-scroll';

/** Rows this far beyond the edges are kept ready, as a share of the viewport's height. */
const AHEAD = 0.6;
const PADDING = 12;

interface Inputs {
  index: GalleryIndex;
  /** Wished row height, px. */
  zoom: number;
}

export interface Place {
  id: number;
  /** px */
  above: number;
}

/**
 * What part of the gallery is on screen. `offset` is where the user is in the content; the element scrolls
 * px for px with it, except in libraries taller than a browser can scroll.
 */
export class GridView {
  width = $state(0);
  height = $state(0);
  #offset = $state(0);
  #scrolled = $state(0);
  #inputs: () => Inputs;

  readonly gap = $derived.by(() => galleryGap(this.#inputs().zoom));
  readonly layout = $derived.by(() =>
    justifiedRows(this.#inputs().index.aspects, {
      width: this.width - 2 * PADDING,
      rowHeight: this.#inputs().zoom,
      gap: this.gap,
    }),
  );
  readonly total = $derived.by(() => this.layout.total + 2 * PADDING + this.#footRoom);
  readonly scale = $derived.by(() => scrollScale(this.total, this.height));
  readonly cells = $derived.by(() => this.#visibleCells());
  readonly padding = PADDING;
  /** Room below the last row, so that the selection bar covers no work. */
  readonly #footRoom = 64;

  /** @param inputs read within deriveds, so that changes are followed */
  constructor(inputs: () => Inputs, offset: number) {
    this.#inputs = inputs;
    this.#offset = offset;
  }

  get offset(): number {
    return this.#offset;
  }
  /** Where the scrolling element must stand for the present offset, px. */
  get scrollTop(): number {
    return this.#offset / this.scale.ratio;
  }
  /** px to add to a cell's place in the content, to place it in the element that scrolls. */
  get shift(): number {
    return this.scale.ratio === 1 ? PADDING : this.#scrolled - this.#offset + PADDING;
  }

  /** The element has scrolled, by the user's hand or by `goTo`. */
  scrolledTo(scrollTop: number): void {
    this.#scrolled = scrollTop;
    // Rounding in the element must not pull the exact offset along.
    if (Math.abs(scrollTop - this.scrollTop) >= 1) this.#offset = scrollTop * this.scale.ratio;
  }

  goTo(offset: number): void {
    this.#offset = clampOffset(offset, this.total, this.height);
    this.#scrolled = this.scrollTop;
  }

  /** Scrolls as little as needed to show a work wholly; in the middle if it was far away. */
  reveal(at: number): void {
    const row = rowOf(this.layout, at);
    const top = (this.layout.tops[row] ?? 0) + PADDING;
    const bottom = top + (this.layout.heights[row] ?? 0);
    const covered = this.#footRoom;
    if (top >= this.#offset && bottom <= this.#offset + this.height - covered) return;
    const isFar = bottom < this.#offset - this.height || top > this.#offset + 2 * this.height;
    if (isFar) this.goTo((top + bottom - this.height) / 2);
    else if (top < this.#offset) this.goTo(top - PADDING);
    else this.goTo(bottom - this.height + covered);
  }

  /** The first work on screen and how far its row lies above the upper edge; null at the very top. */
  place(): Place | null {
    if (this.#offset <= 0 || this.layout.heights.length === 0) return null;
    const row = rowAt(this.layout, this.#offset);
    const at = this.layout.starts[row] ?? 0;
    return { id: this.#inputs().index.ids[at] ?? 0, above: this.#offset - this.offsetOf(at) };
  }

  /** Puts a remembered work back where it was; does nothing for one that is gone. */
  returnTo(place: Place | null, positionOf: (id: number) => number): void {
    const at = place ? positionOf(place.id) : -1;
    if (place && at >= 0) this.goTo(this.offsetOf(at) + place.above);
  }

  /** Where the content stands when a work's row is at the upper edge. */
  offsetOf(at: number): number {
    return this.layout.tops[rowOf(this.layout, at)] ?? 0;
  }

  #visibleCells(): Cell[] {
    const from = this.#offset - this.height * AHEAD;
    const to = this.#offset + this.height * (1 + AHEAD);
    return cellsBetween(this.layout, this.#inputs().index.aspects, from - PADDING, to);
  }
}
