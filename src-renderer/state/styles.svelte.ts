import type { ArtworkId, Axis, LearntStyles } from '../../src-main/contract';
import { MAX_IDS } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { chunks } from '../lib/chunks';
import { cards } from './cards.svelte';
import { notices } from './notices.svelte';
import { preferences } from './preferences.svelte';
import { Resource } from './resource.svelte';

/** The styles the user teaches: labels on works, and what was learnt from them. */
class StylesState {
  readonly learnt = new Resource<LearntStyles>();

  get labels(): string[] {
    return (this.learnt.value?.labels ?? []).map(({ label }) => label);
  }

  /** What the styles are learnt from. */
  get axis(): Axis {
    return preferences.current.learnAxis;
  }

  /** Learns the styles from another axis; what was learnt follows by itself. */
  learnFrom(learnAxis: Axis): void {
    preferences.set({ learnAxis });
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    void this.#load();
    return on('style.learnt', (learnt) => this.learnt.set(learnt));
  }

  /** Asks again if what was learnt could not be had. */
  async recover(): Promise<void> {
    if (this.learnt.error) await this.#load();
  }

  async #load(): Promise<void> {
    await this.learnt.load(() => engine.request('style.learnt', undefined));
  }

  /** Puts a label on works or takes it off; what was learnt follows at once. @returns whether it was kept */
  async label(ids: readonly ArtworkId[], label: string, isOn = true): Promise<boolean> {
    const learnt = await notices.attempt(async () => {
      let last: LearntStyles | undefined;
      for (const page of chunks(ids, MAX_IDS))
        last = await engine.request('style.label', { ids: page, label, on: isOn });
      return last;
    });
    cards.refresh(ids);
    if (learnt) this.learnt.set(learnt);
    return learnt !== undefined;
  }

  /** Labels a selection and offers to undo it; works that had the label before keep it. */
  async labelMany(ids: readonly ArtworkId[], label: string): Promise<void> {
    const before = this.learnt.value?.labels.find((one) => one.label === label.trim());
    const had = new Set(before?.examples);
    if (!(await this.label(ids, label))) return;
    const added = ids.filter((id) => !had.has(id));
    const undo = (): void => void this.label(added, label, false);
    notices.say({ kind: 'labelled', count: ids.length, label, undo });
  }
}

export const styles = new StylesState();
