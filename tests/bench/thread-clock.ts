import { readFileSync } from 'node:fs';

const EVERY_MS = 10;

/** Processor time in ms that the main thread of a process has spent (Linux); NaN where the system does not tell. */
export function mainThreadMs(pid: number | undefined): number {
  try {
    const [nanoseconds] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, 'utf8').split(' ');
    return Number(nanoseconds) / 1e6;
  } catch {
    return NaN;
  }
}

/** Notes all the while what a main thread spends, so that a busy thread can be told from a busy machine. */
export class ThreadClock {
  readonly #times: number[] = [];
  readonly #spent: number[] = [];
  readonly #timer: NodeJS.Timeout;

  constructor(pid: number) {
    this.#timer = setInterval(() => {
      this.#times.push(performance.timeOrigin + performance.now());
      this.#spent.push(mainThreadMs(pid));
    }, EVERY_MS);
  }

  /**
   * What was spent in a stretch of time, a note before and after it included.
   *
   * @param from ms since 1970
   * @param to ms since 1970
   */
  spentBetween(from: number, to: number): number {
    const before = this.#times.findLastIndex((time) => time <= from);
    const after = this.#times.findIndex((time) => time >= to);
    return (this.#spent.at(after) ?? NaN) - (this.#spent[Math.max(0, before)] ?? NaN);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
