import { library } from './library.svelte';

/** Loads once for many changes in a row, and not before a folder that is being read has been read. */
export class LoadSoon {
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly load: () => Promise<void>,
    private readonly pauseMs: number,
  ) {}

  ask(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (library.jobs.some(({ kind }) => kind === 'index')) this.ask();
      else void this.load();
    }, this.pauseMs);
  }

  cancel(): void {
    clearTimeout(this.#timer);
  }
}
