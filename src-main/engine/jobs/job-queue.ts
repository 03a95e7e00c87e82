import { randomUUID } from 'node:crypto';
import { EngineError, toErrorReport, type JobId, type JobProgress } from '../../contract';
import { Job, JobStopped } from './job';
import type { JobContext } from './job-context';
import type { JobRecord, JobStore } from './job-store';
import { ThrottledProgress } from './throttled-progress';

export type JobKind = JobProgress['kind'];

/** Does the work of one kind of job. Must be able to begin again from any point. */
export type JobRunner = (payload: unknown, job: JobContext) => Promise<void>;

export interface JobQueueOptions {
  store: JobStore;
  runners: Partial<Record<JobKind, JobRunner>>;
  onProgress: (progress: JobProgress) => void;
}

/** Time between two notes of how far a running job is. */
const SAVE_INTERVAL_MS = 2000;

/**
 * Runs long work, one job of each kind at a time, in the order in which it was asked for. Jobs are kept in
 * a store, so that what was unfinished when the process ended goes on after `start`. Knows no feature.
 */
export class JobQueue {
  readonly #jobs = new Map<JobId, Job>();
  /** Runners that have begun and not ended, also while they are paused. */
  readonly #started = new Map<JobId, Promise<void>>();
  readonly #savedAt = new Map<JobId, number>();
  readonly #progress: ThrottledProgress;
  /** Told of every change of a job's state. */
  readonly #watchers: Array<() => void> = [];
  #closing = false;

  constructor(private readonly options: JobQueueOptions) {
    this.#progress = new ThrottledProgress(options.onProgress);
  }

  /** Takes up what an earlier process left; jobs that had ended are forgotten. */
  start(): void {
    for (const record of this.options.store.list()) {
      if (record.state === 'running') this.#admit({ ...record, state: 'queued' });
      else if (record.state === 'queued' || record.state === 'paused') this.#admit(record);
      else this.options.store.remove(record.id);
    }
    this.#pump();
  }

  /**
   * Asks for a job. One that is still unfinished with the same kind and subject is not asked for twice.
   *
   * @param subject what it is about, for people
   * @param payload what the runner needs; must survive JSON
   */
  enqueue(kind: JobKind, subject: string, payload: unknown): JobId {
    const known = [...this.#jobs.values()].find(
      (job) => !job.isFinished && job.record.kind === kind && job.record.subject === subject,
    );
    if (known) return known.record.id;
    this.#forgetFinished(kind, subject);
    const id = randomUUID();
    const record = {
      id,
      kind,
      subject,
      payload: JSON.stringify(payload),
      state: 'queued',
    } as const;
    const job = this.#admit({ ...record, done: 0, total: 0, failed: 0 });
    this.#onChange(job, true);
    this.#pump();
    return id;
  }

  list(): JobProgress[] {
    return [...this.#jobs.values()].map(({ progress }) => progress);
  }

  /**
   * Holds a job at its next checkpoint; meanwhile others of its kind have their turn.
   *
   * @throws EngineError 'job/not-found'
   */
  pause(id: JobId): void {
    this.#get(id).pause();
    this.#pump();
  }

  /** @throws EngineError 'job/not-found' */
  resume(id: JobId): void {
    this.#get(id).resume();
    this.#pump();
  }

  /** @throws EngineError 'job/not-found' */
  cancel(id: JobId): void {
    const job = this.#get(id);
    if (job.isFinished) return;
    if (this.#started.has(id)) job.stop('cancelled');
    else job.end('cancelled');
  }

  /** Cancels what is unfinished about a subject, and waits until it has let go. */
  async cancelSubject(kind: JobKind, subject: string): Promise<void> {
    for (const job of this.#jobs.values()) {
      const { record } = job;
      if (job.isFinished || record.kind !== kind || record.subject !== subject) continue;
      this.cancel(record.id);
      await this.#started.get(record.id);
    }
  }

  /** Resolves when nothing runs or waits any more; paused jobs do not count. */
  async idle(): Promise<void> {
    while (this.#isBusy()) await new Promise<void>((resolve) => this.#watchers.push(resolve));
  }

  /** Stops in good order. What is unfinished goes on after the next `start`. */
  async close(): Promise<void> {
    this.#closing = true;
    for (const id of this.#started.keys()) this.#jobs.get(id)?.stop('shutdown');
    await Promise.all(this.#started.values());
    this.#progress.close();
  }

  #isBusy(): boolean {
    return [...this.#started.keys()].some((id) => this.#jobs.get(id)?.state !== 'paused');
  }

  #wakeWatchers(): void {
    for (const wake of this.#watchers.splice(0)) wake();
  }

  #admit(record: JobRecord): Job {
    const job = new Job(record, (changed, urgent) => this.#onChange(changed, urgent));
    this.#jobs.set(record.id, job);
    return job;
  }

  /** What ended earlier about the same subject is of no interest any more. */
  #forgetFinished(kind: JobKind, subject: string): void {
    for (const [id, { record, isFinished }] of this.#jobs) {
      if (!isFinished || record.kind !== kind || record.subject !== subject) continue;
      this.#jobs.delete(id);
      this.options.store.remove(id);
    }
  }

  #get(id: JobId): Job {
    const job = this.#jobs.get(id);
    if (!job) throw new EngineError('job/not-found', `There is no job ${id}`, { id });
    return job;
  }

  #pump(): void {
    if (this.#closing) return;
    for (const job of this.#jobs.values()) {
      if (job.state !== 'queued' || this.#isTaken(job.record.kind)) continue;
      job.proceed();
      if (!this.#started.has(job.record.id)) this.#begin(job);
    }
  }

  #isTaken(kind: JobKind): boolean {
    return [...this.#jobs.values()].some(
      (job) => job.record.kind === kind && job.state === 'running',
    );
  }

  #begin(job: Job): void {
    const { id } = job.record;
    const ended = this.#run(job).finally(() => {
      this.#started.delete(id);
      this.#pump();
      this.#wakeWatchers();
    });
    this.#started.set(id, ended);
  }

  async #run(job: Job): Promise<void> {
    const { kind, payload } = job.record;
    try {
      const runner = this.options.runners[kind];
      if (!runner) throw new Error(`Nothing runs jobs of kind '${kind}'`);
      await runner(JSON.parse(payload), job);
      job.end('done');
    } catch (error) {
      this.#onError(job, error);
    }
  }

  #onError(job: Job, error: unknown): void {
    if (error instanceof JobStopped) {
      // Stopped by a shutdown it keeps its state, and with it its right to go on.
      if (error.why === 'cancelled') job.end('cancelled');
      return;
    }
    job.fail(toErrorReport(error));
  }

  #onChange(job: Job, urgent: boolean): void {
    const { record } = job;
    const now = performance.now();
    if (urgent || now - (this.#savedAt.get(record.id) ?? -Infinity) > SAVE_INTERVAL_MS) {
      this.#savedAt.set(record.id, now);
      this.#keep(record);
    }
    this.#progress.offer(record.id, () => job.progress, urgent);
    if (urgent) this.#wakeWatchers();
  }

  /**
   * A full disk or a locked catalogue must end no process: a job that can't be noted goes on all the same, or
   * begins again after a restart, which it must be able to do anyway.
   */
  #keep(record: JobRecord): void {
    try {
      this.options.store.save(record);
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
    }
  }
}
