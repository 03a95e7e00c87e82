import type { AxisWeights, OutsideAnswer } from '../../src-main/contract';
import { engine, pathsOf } from '../bridge';
import { navigation } from './navigation.svelte';
import { Resource } from './resource.svelte';

const SHOWN = 24;
const SLIDER_PAUSE_MS = 90;

/** A picture from outside the library, and the works most like it. */
class Outside {
  readonly answer = new Resource<OutsideAnswer>();
  #path: string | null = null;
  #weights = $state.raw<AxisWeights>({ style: 1, subject: 0.4, palette: 0.4 });
  #timer: ReturnType<typeof setTimeout> | undefined;

  get weights(): AxisWeights {
    return this.#weights;
  }

  /** Looks for works like the picture in a file that the user dropped or chose, and goes to where they are shown. */
  look(file: File): void {
    const [path] = pathsOf([file]);
    if (!path) return;
    this.#path = path;
    this.answer.set(null);
    if (navigation.current.view !== 'outside') navigation.push({ view: 'outside' });
    void this.reload();
  }

  /** Asks anew, e.g. after an error. */
  async reload(): Promise<void> {
    const path = this.#path;
    if (path === null) return;
    const input = { path, weights: this.#weights, limit: SHOWN };
    await this.answer.load(() => engine.request('similar.outside', input));
  }

  /** How much each axis counts; at least one stays above 0. */
  weigh(change: Partial<AxisWeights>): void {
    const next = { ...this.#weights, ...change };
    if (next.style + next.subject + next.palette <= 0) return;
    this.#weights = next;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.reload(), SLIDER_PAUSE_MS);
  }
}

export const outside = new Outside();
