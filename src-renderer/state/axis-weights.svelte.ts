import { AXES, type AxisWeights } from '../../src-main/contract';

const SLIDER_PAUSE_MS = 90;
/** One step of a slider: where the last axis above 0 comes to rest. */
const LEAST = 0.05;

/** How much each axis of similarity counts, the same wherever alike works are looked for. */
class AxisWeightsState {
  #current = $state.raw<AxisWeights>({ style: 1, subject: 0.4, palette: 0.4 });
  #timer: ReturnType<typeof setTimeout> | undefined;

  get current(): AxisWeights {
    return this.#current;
  }

  /**
   * Takes what a slider says; where no axis would be above 0, the one that was moved keeps one step.
   *
   * @param settled called when no slider moves any more
   */
  weigh(change: Partial<AxisWeights>, settled: () => void): void {
    const next = { ...this.#current, ...change };
    const isNone = AXES.every((axis) => next[axis] <= 0);
    const last = AXES.find((axis) => change[axis] !== undefined);
    this.#current = isNone && last ? { ...next, [last]: LEAST } : next;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(settled, SLIDER_PAUSE_MS);
  }
}

export const axisWeights = new AxisWeightsState();
