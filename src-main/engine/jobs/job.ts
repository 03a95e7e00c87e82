import type { ErrorReport, JobProgress } from '../../contract';
import type { JobContext, JobReport } from './job-context';
import type { JobRecord } from './job-store';
import { RateMeter } from './rate-meter';

/** Why a running job's signal was aborted. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped';

  constructor(readonly why: 'cancelled' | 'shutdown') {
    super(`The job was stopped: ${why}`);
  }
}

/** One job in memory: its state, its progress and the context its runner works with. */
export class Job implements JobContext {
  readonly #abort = new AbortController();
  readonly #meter = new RateMeter();
  #record: JobRecord;
  #current = '';
  #error: ErrorReport | null = null;
  #resume: (() => void) | null = null;
  #resumed: Promise<void> = Promise.resolve();

  /** @param onChange called after every change of what `progress` shows; `urgent` when its state changed */
  constructor(
    record: JobRecord,
    private readonly onChange: (job: Job, urgent: boolean) => void,
  ) {
    this.#record = record;
    if (record.state === 'paused') this.#block();
  }

  get record(): JobRecord {
    return this.#record;
  }

  get state(): JobProgress['state'] {
    return this.#record.state;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  get pausing(): boolean {
    return this.#resume !== null;
  }

  get isFinished(): boolean {
    return ['done', 'cancelled', 'failed'].includes(this.state);
  }

  async checkpoint(): Promise<void> {
    this.signal.throwIfAborted();
    await this.#resumed;
    this.signal.throwIfAborted();
  }

  report({ done, total, failed, current }: JobReport): void {
    this.#record = {
      ...this.#record,
      done: done ?? this.#record.done,
      total: total ?? this.#record.total,
      failed: failed ?? this.#record.failed,
    };
    if (current !== undefined) this.#current = current;
    if (done !== undefined) this.#meter.sample(performance.now(), done);
    this.onChange(this, false);
  }

  restartRate(): void {
    this.#meter.reset();
    this.#meter.sample(performance.now(), this.#record.done);
  }

  pause(): void {
    if (this.isFinished || this.state === 'paused') return;
    this.#block();
    this.#become('paused');
  }

  /** Asks for its turn again; it goes on with `proceed`. */
  resume(): void {
    if (this.state === 'paused') this.#become('queued');
  }

  /** It is its turn: it begins, or goes on after a pause. */
  proceed(): void {
    this.#meter.reset();
    this.#become('running');
    this.#unblock();
  }

  /** Ends a job that is running, or one that was never begun. */
  stop(why: JobStopped['why']): void {
    this.#abort.abort(new JobStopped(why));
    this.#unblock();
  }

  end(state: 'done' | 'cancelled'): void {
    this.#become(state);
  }

  fail(error: ErrorReport): void {
    this.#error = error;
    this.#become('failed');
  }

  get progress(): JobProgress {
    const { id, kind, subject, state, done, total, failed } = this.#record;
    const running = state === 'running';
    return {
      id,
      kind,
      subject,
      state,
      done,
      total,
      failed,
      rate: running ? this.#meter.rate : 0,
      secondsLeft: running ? this.#meter.secondsLeft(total - done) : null,
      current: running ? this.#current : '',
      ...(this.#error && { error: this.#error }),
    };
  }

  #become(state: JobProgress['state']): void {
    this.#record = { ...this.#record, state };
    this.onChange(this, true);
  }

  #block(): void {
    this.#resumed = new Promise((resolve) => (this.#resume = resolve));
  }

  #unblock(): void {
    this.#resume?.();
    this.#resume = null;
  }
}
