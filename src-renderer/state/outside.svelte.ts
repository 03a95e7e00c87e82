import type { AxisWeights, OutsideAnswer, OutsideSource } from '../../src-main/contract';
import { engine, on, pathsOf } from '../bridge';
import { m } from '../i18n';
import { pastedPicture } from '../lib/pasted-picture';
import { axisWeights } from './axis-weights.svelte';
import { navigation } from './navigation.svelte';
import { Resource } from './resource.svelte';

const SHOWN = 24;

/** A picture from outside the library, and the works most like it. */
class Outside {
  readonly answer = new Resource<OutsideAnswer>();
  #source: OutsideSource | null = null;

  get weights(): AxisWeights {
    return axisWeights.current;
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    return on('catalogue.changed', ({ ids }) => {
      // Single works change in what is said of them, which makes them no more alike.
      if (ids.length === 0 && navigation.current.view === 'outside') void this.reload();
    });
  }

  /** Looks for works like the picture in a file that the user dropped, chose or pasted. */
  look(file: File): void {
    const [path] = pathsOf([file]);
    if (path) this.#look({ kind: 'file', path });
    else void this.#lookAtPasted(file);
  }

  /** Asks anew, e.g. after an error. */
  async reload(): Promise<void> {
    const source = this.#source;
    if (source === null) return;
    const input = { source, weights: axisWeights.current, limit: SHOWN };
    await this.answer.load(() => engine.request('similar.outside', input));
  }

  weigh(change: Partial<AxisWeights>): void {
    axisWeights.weigh(change, () => void this.reload());
  }

  /** What was copied as a picture, and not as a file, has neither a path nor a name. */
  async #lookAtPasted(file: Blob): Promise<void> {
    // What Chromium cannot read the engine may; if not, it says so.
    const picture = await pastedPicture(file).catch(async () => ({
      bytes: new Uint8Array(await file.arrayBuffer()),
    }));
    this.#look({ kind: 'pasted', name: m.outside_pasted(), ...picture });
  }

  /** Goes to where the works like it are shown. */
  #look(source: OutsideSource): void {
    this.#source = source;
    this.answer.set(null);
    if (navigation.current.view !== 'outside') navigation.push({ view: 'outside' });
    void this.reload();
  }
}

export const outside = new Outside();
