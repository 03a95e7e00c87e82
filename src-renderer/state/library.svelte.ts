import type { FailedFile, Folder, FolderId, JobId, JobProgress } from '../../src-main/contract';
import { engine, on, pathsOf, shell } from '../bridge';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

const LIVE: ReadonlySet<JobProgress['state']> = new Set(['queued', 'running', 'paused']);

export type EngineState = 'starting' | 'ready' | 'restarting' | 'unavailable';

/** Folders, the tasks that read them, and how the engine is. */
class Library {
  readonly folders = new Resource<Folder[]>();
  readonly failed = new Resource<FailedFile[]>();
  #jobs = $state.raw<readonly JobProgress[]>([]);
  #engineState = $state<EngineState>('ready');

  /** Tasks that wait, run or rest. */
  get jobs(): readonly JobProgress[] {
    return this.#jobs;
  }
  get engineState(): EngineState {
    return this.#engineState;
  }
  /** Nothing was ever added: the first-run screen is shown. */
  get isEmpty(): boolean {
    return this.folders.value?.length === 0;
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    const stops = [
      on('job.progress', (job) => this.#take(job)),
      on('folder.refused', (error) => notices.refused(error)),
      on('engine.state', ({ state }) => this.#engineChanged(state)),
    ];
    void this.refresh();
    return () => stops.forEach((stop) => stop());
  }

  async refresh(): Promise<void> {
    await Promise.all([
      this.folders.load(() => engine.request('folders.list', undefined)),
      this.failed.load(() => engine.request('files.failed', {})),
      this.#loadJobs(),
    ]);
  }

  /** Asks again if the folders could not be had. */
  async recover(): Promise<void> {
    if (this.folders.error) await this.refresh();
  }

  async chooseFolders(): Promise<void> {
    const paths = await notices.attempt(() => shell('shell.chooseFolders', undefined));
    if (paths) await this.add(paths);
  }

  async addDropped(files: readonly File[]): Promise<void> {
    await this.add(pathsOf(files));
  }

  async addSamples(): Promise<void> {
    const path = await notices.attempt(() => shell('shell.samplePath', undefined));
    if (path) await this.add([path]);
  }

  async add(paths: readonly string[]): Promise<void> {
    for (const path of paths) await notices.attempt(() => engine.request('folders.add', { path }));
    await this.refresh();
  }

  async rescan(folderId: FolderId): Promise<void> {
    await notices.attempt(() => engine.request('folders.rescan', { folderId }));
    await this.#loadJobs();
  }

  async remove(folderId: FolderId): Promise<void> {
    await notices.attempt(() => engine.request('folders.remove', { folderId }));
    await this.refresh();
  }

  async pause(jobId: JobId): Promise<void> {
    await notices.attempt(() => engine.request('jobs.pause', { jobId }));
  }

  async resume(jobId: JobId): Promise<void> {
    await notices.attempt(() => engine.request('jobs.resume', { jobId }));
  }

  async cancel(jobId: JobId): Promise<void> {
    await notices.attempt(() => engine.request('jobs.cancel', { jobId }));
  }

  async #loadJobs(): Promise<void> {
    const jobs = await notices.attempt(() => engine.request('jobs.list', undefined));
    if (jobs) this.#jobs = jobs.filter((job) => LIVE.has(job.state));
  }

  #take(job: JobProgress): void {
    const known = this.#jobs.some(({ id }) => id === job.id);
    if (LIVE.has(job.state)) {
      this.#jobs = known
        ? this.#jobs.map((old) => (old.id === job.id ? job : old))
        : [...this.#jobs, job];
      return;
    }
    this.#jobs = this.#jobs.filter(({ id }) => id !== job.id);
    void this.#finished(job);
  }

  /** Says how many works a task has brought, or why it failed; a scan that found nothing new stays silent. */
  async #finished(job: JobProgress): Promise<void> {
    const wasKnown = this.folders.value !== null;
    const before = this.#works;
    await this.refresh();
    const added = wasKnown ? this.#works - before : 0;
    if (job.kind === 'map') return;
    if (job.error) notices.refused({ ...job.error, detail: { path: job.subject } });
    if (job.kind === 'index' && job.state === 'done' && added > 0)
      notices.say({ kind: 'indexed', count: added });
  }

  get #works(): number {
    return (this.folders.value ?? []).reduce((sum, { works }) => sum + works, 0);
  }

  #engineChanged(state: EngineState): void {
    const cameBack = state === 'ready' && this.#engineState !== 'ready';
    this.#engineState = state;
    if (cameBack) void this.refresh();
  }
}

export const library = new Library();
