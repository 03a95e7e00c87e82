import type { ArtworkId, ModelQuality, QualityProgress } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

/** How good the model is on the works that the user labelled. */
class QualityState {
  readonly answer = new Resource<ModelQuality>();
  #progress = $state.raw<QualityProgress | null>(null);

  /** How far the measurement under way is; null before its first step. */
  get progress(): QualityProgress | null {
    return this.#progress;
  }
  /** Whether the user gave the last measurement up. */
  get isStopped(): boolean {
    return this.answer.error?.code === 'request/cancelled';
  }

  /** Measures, and gives it up when nobody looks any more. @returns the function that ends that */
  open(): () => void {
    const stop = on('quality.progress', (progress) => (this.#progress = progress));
    void this.measure();
    return () => {
      stop();
      if (this.answer.loading) void this.stop();
    };
  }

  /** The same works and labels are measured once; their figures stand at once then. */
  async measure(): Promise<void> {
    this.#progress = null;
    await this.answer.load(() => engine.request('quality.measure', undefined));
  }

  async stop(): Promise<void> {
    await notices.attempt(() => engine.request('quality.stop', undefined));
  }

  /** The works behind one cell of the confusion matrix. */
  async confused(truth: string, answer: string): Promise<ArtworkId[] | undefined> {
    return notices.attempt(() => engine.request('quality.confused', { truth, answer }));
  }
}

export const quality = new QualityState();
