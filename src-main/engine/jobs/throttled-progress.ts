import type { JobProgress } from '../../contract';

/** Time between two events of one job: about ten a second. */
const INTERVAL_MS = 100;

/** Passes progress on, at most ten times a second a job; the latest is never lost, and a change of state never waits. */
export class ThrottledProgress {
  readonly #last = new Map<string, number>();
  readonly #waiting = new Map<string, NodeJS.Timeout>();

  constructor(private readonly send: (progress: JobProgress) => void) {}

  /** @param read asked at the moment of sending, so that what is sent is current */
  offer(id: string, read: () => JobProgress, urgent: boolean): void {
    const wait = (this.#last.get(id) ?? -Infinity) + INTERVAL_MS - performance.now();
    if (urgent || wait <= 0) this.#sendNow(id, read);
    else if (!this.#waiting.has(id)) {
      this.#waiting.set(id, setTimeout(() => this.#sendNow(id, read), wait).unref());
    }
  }

  /** Forgets what still waits. */
  close(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  #sendNow(id: string, read: () => JobProgress): void {
    clearTimeout(this.#waiting.get(id));
    this.#waiting.delete(id);
    this.#last.set(id, performance.now());
    this.send(read());
  }
}
