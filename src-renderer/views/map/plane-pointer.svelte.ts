import type { Place } from '../../lib/map/camera';
import { drawOn } from '../../lib/map/lasso';

const CLICK_WITHIN_PX = 4;

export interface PointerActs {
  readonly isLasso: () => boolean;
  readonly pan: (by: Place) => void;
  readonly hover: (at: Place | null) => void;
  readonly click: (at: Place, event: PointerEvent) => void;
  /** A lasso was closed; `adds` when Shift or Ctrl was held. */
  readonly enclose: (line: readonly Place[], adds: boolean) => void;
}

/** What the hand does on the map: drag to move, click to open, draw round works to choose them. */
export class PlanePointer {
  #line = $state.raw<readonly Place[]>([]);
  #dragging = $state(false);
  #last: Place | null = null;
  #start: Place | null = null;
  #draws = false;
  readonly #acts: PointerActs;

  constructor(acts: PointerActs) {
    this.#acts = acts;
  }

  /** The lasso while it is being drawn, px. */
  get line(): readonly Place[] {
    return this.#line;
  }
  get dragging(): boolean {
    return this.#dragging;
  }

  down(event: PointerEvent): void {
    if (event.button !== 0) return;
    const at = placeOf(event);
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.#start = this.#last = at;
    this.#draws = this.#acts.isLasso() || event.shiftKey;
    if (this.#draws) this.#line = [at];
  }

  move(event: PointerEvent): void {
    const at = placeOf(event);
    if (!this.#start || !this.#last) return this.#acts.hover(at);
    if (this.#draws) this.#line = drawOn(this.#line, at);
    else if (this.#dragging || distance(at, this.#start) > CLICK_WITHIN_PX) {
      this.#dragging = true;
      this.#acts.hover(null);
      this.#acts.pan({ x: at.x - this.#last.x, y: at.y - this.#last.y });
      this.#last = at;
    }
  }

  up(event: PointerEvent): void {
    const at = placeOf(event);
    if (this.#draws && this.#line.length > 2)
      this.#acts.enclose(this.#line, event.ctrlKey || event.metaKey);
    else if (this.#start && !this.#dragging) this.#acts.click(at, event);
    this.cancel();
  }

  cancel(): void {
    this.#start = this.#last = null;
    this.#line = [];
    this.#draws = this.#dragging = false;
  }
}

function placeOf(event: PointerEvent): Place {
  const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
  return { x: event.clientX - box.left, y: event.clientY - box.top };
}

function distance(one: Place, other: Place): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
