import type { JobProgress } from '../contract';
import type { Streams } from './streams';

/** On a terminal one line that changes; elsewhere a line now and then. */
const PLAIN_INTERVAL_MS = 5000;
const CLEAR_LINE = '\r\u001b[2K';

/** Tells how far the analysis is: done of total, images a second, time left. */
export class ProgressLine {
  #lastPlain = -Infinity;
  #open = false;

  constructor(private readonly stream: Streams['error']) {}

  show(text: string): void {
    if (this.stream.isTTY) {
      this.stream.write(CLEAR_LINE + text.slice(0, (this.stream.columns ?? 80) - 1));
      this.#open = true;
    } else if (performance.now() - this.#lastPlain >= PLAIN_INTERVAL_MS) {
      this.#lastPlain = performance.now();
      this.stream.write(`${text}\n`);
    }
  }

  /** Says something that stays. */
  say(text: string): void {
    this.stream.write(`${this.#open ? CLEAR_LINE : ''}${text}\n`);
    this.#open = false;
  }
}

export function describeProgress(job: JobProgress): string {
  const { done, total, failed, rate, secondsLeft } = job;
  const parts = [`Reading ${done} of ${total}`];
  if (rate > 0) parts.push(`${rate.toFixed(rate < 10 ? 1 : 0)} a second`);
  if (secondsLeft !== null && secondsLeft > 0) parts.push(`${describeTime(secondsLeft)} left`);
  if (failed > 0) parts.push(`${failed} could not be read`);
  return parts.join(', ');
}

function describeTime(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.round(seconds / 60)} min`;
  return `${Math.floor(seconds / 3600)} h ${Math.round((seconds % 3600) / 60)} min`;
}
