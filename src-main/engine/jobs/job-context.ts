/** What a runner tells of itself; what it leaves out stays as it was. */
export interface JobReport {
  done?: number;
  total?: number;
  failed?: number;
  /** What it is busy with, e.g. a path. */
  current?: string;
}

/** What a runner gets to hold on to while it works. */
export interface JobContext {
  /** Aborted when the job is cancelled or the queue shuts down. */
  readonly signal: AbortSignal;
  /** True while a pause was asked for: time to put finished things away before the next checkpoint. */
  readonly pausing: boolean;
  /** Called between two pieces of work: waits while paused, throws the signal's reason when aborted. */
  checkpoint(): Promise<void>;
  report(report: JobReport): void;
  /** The count jumped without work, e.g. past what was already known: the rate starts from here. */
  restartRate(): void;
}
