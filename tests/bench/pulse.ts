import type { EngineChild } from '../../src-main/shell/engine/engine-child';
import { mainThreadMs } from './thread-clock';

const EVERY_MS = 10;

export interface LongestBlock {
  /** From asking for a sign of life to hearing it, ms: what somebody who waits for a picture sees. */
  wall: number;
  /** Processor time that the engine's main thread spent meanwhile, ms: what it is itself to blame for. */
  cpu: number;
}

/**
 * Feels the engine's pulse: asks it for a sign of life every few milliseconds, one at a time, and keeps the longest wait.
 * The processor time of its main thread (Linux) tells a busy event loop from a busy machine.
 */
export class Pulse {
  #longest: LongestBlock = { wall: 0, cpu: 0 };
  #asked: { seq: number; at: number; cpu: number } | undefined;
  #seq = 1_000_000;
  readonly #timer: NodeJS.Timeout;

  constructor(private readonly child: EngineChild) {
    child.onMessage((message) => {
      if (message.kind === 'pong' && message.seq === this.#asked?.seq) this.#heard(this.#asked);
    });
    this.#timer = setInterval(() => this.#ask(), EVERY_MS);
  }

  /** The longest block since the last call. */
  take(): LongestBlock {
    const longest = this.#longest;
    this.#longest = { wall: 0, cpu: 0 };
    return longest;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #ask(): void {
    if (this.#asked) return;
    this.#asked = { seq: ++this.#seq, at: performance.now(), cpu: this.#cpuMs() };
    this.child.send({ kind: 'ping', seq: this.#asked.seq });
  }

  #heard({ at, cpu }: { at: number; cpu: number }): void {
    this.#asked = undefined;
    this.#longest.wall = Math.max(this.#longest.wall, performance.now() - at);
    this.#longest.cpu = Math.max(this.#longest.cpu, this.#cpuMs() - cpu);
  }

  #cpuMs(): number {
    return mainThreadMs(this.child.pid);
  }
}
