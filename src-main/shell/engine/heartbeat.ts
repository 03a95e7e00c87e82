interface HeartbeatOptions {
  intervalMs: number;
  /** Silence for this long counts as hung. */
  patienceMs: number;
  ping: (seq: number) => void;
  onHung: () => void;
}

/** Asks the engine for a sign of life at intervals and reports when none came for too long. */
export class Heartbeat {
  private timer: NodeJS.Timeout | undefined;
  private seq = 0;
  private silentBeats = 0;

  constructor(private readonly options: HeartbeatOptions) {}

  start(): void {
    this.stop();
    this.silentBeats = 0;
    this.timer = setInterval(() => this.beat(), this.options.intervalMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Anything the engine says is a sign of life. */
  heard(): void {
    this.silentBeats = 0;
  }

  // Counting beats instead of reading the clock: a laptop that slept for an hour is not a hung engine.
  private beat(): void {
    if (this.silentBeats * this.options.intervalMs >= this.options.patienceMs) {
      this.stop();
      this.options.onHung();
      return;
    }
    this.silentBeats += 1;
    this.options.ping(++this.seq);
  }
}
