import type { AxisWeights } from '../../src-main/contract';

const SLIDER_PAUSE_MS = 90;

/** How much each axis of similarity counts, the same wherever alike works are looked for. */
class AxisWeightsState {
  #current = $state.raw<AxisWeights>({ style: 1, subject: 0.4, palette: 0.4 });
  #timer: ReturnType<typeof setTimeout> | undefined;

  get current(): AxisWeights {
    return this.#current;
  }

  /** Takes what a slider says; at least one axis stays above 0. @param settled called when no slider moves any more */
  weigh(change: Partial<AxisWeights>, settled: () => void): void {
    const next = { ...this.#current, ...change };
    if (next.style + next.subject + next.palette <= 0) return;
    this.#current = next;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(settled, SLIDER_PAUSE_MS);
  }
}

export const axisWeights = new AxisWeightsState();
