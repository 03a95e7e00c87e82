import type { Proof, ProofProgress } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { Resource } from './resource.svelte';

/** Whether the suggestions are any good, measured on what the profile in use likes. */
class ProofState {
  readonly answer = new Resource<Proof>();
  #progress = $state.raw<ProofProgress | null>(null);

  /** How many works were held back while it is being measured. */
  get progress(): ProofProgress | null {
    return this.#progress;
  }
  /** The user has given it up. */
  get isStopped(): boolean {
    return this.answer.error?.code === 'request/cancelled';
  }

  /** Measures, and gives up when nobody looks any more. @returns the function that stops */
  open(): () => void {
    void this.measure();
    const stops = [
      on('proof.progress', (progress) => (this.#progress = progress)),
      on('profiles.changed', () => void this.measure()),
    ];
    return () => {
      stops.forEach((stop) => stop());
      if (this.answer.loading) this.stop();
    };
  }

  async measure(): Promise<void> {
    this.#progress = null;
    await this.answer.load(() => engine.request('proof.measure', undefined));
  }

  stop(): void {
    void engine.request('proof.stop', undefined);
  }
}

export const proof = new ProofState();
