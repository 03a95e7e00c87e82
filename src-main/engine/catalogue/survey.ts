import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ANALYSIS_VERSION, type ErrorCode } from '../../contract';
import type { JobContext } from '../jobs/job-context';
import type { Catalogue } from '../storage/catalogue';
import type { Failure } from '../storage/repositories/failures';
import type { KnownFile } from '../storage/repositories/files';
import type { StoredFolder } from '../storage/repositories/folders';
import type { PendingFile, Stage } from '../storage/repositories/pending';
import {
  discover,
  isWithin,
  type FoundDirectory,
  type FoundFailure,
  type FoundFile,
} from './discover';

export interface SurveyOptions {
  readonly catalogue: Catalogue;
  readonly folder: StoredFolder;
  readonly job: JobContext;
  /** Works without vectors of this model are taken in again; null asks for none. */
  readonly modelId: string | null;
  /** Directories in which nothing is a work. */
  readonly own: readonly string[];
  /** Also tries again what failed before and has not changed since. */
  readonly retryFailed: boolean;
}

export interface Survey {
  /** Files that are as they were. */
  readonly unchanged: number;
  /** Ids of known files that are not where they were. */
  readonly gone: ReadonlySet<number>;
  readonly failed: number;
}

/**
 * A file during which the engine died this often is not touched again: once among others, and twice while it
 * was read alone. An engine that is killed from outside, even twice in a row, condemns nobody.
 */
const FATAL_ATTEMPTS = 3;

/** Failures that lie in the content: trying again before it changes would be no use. */
const LASTING: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'file/empty',
  'file/truncated',
  'file/not-an-image',
  'file/unsupported-format',
  'file/too-large',
  'file/too-many-pixels',
  'file/external-reference',
  'file/crashed-engine',
]);

/** Complaints that say that a file is no longer where it was. */
const IS_GONE: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'file/not-found',
  'file/broken-link',
  'file/link-loop',
]);

/** Files compared between two turns of everything else. */
const STRETCH = 500;

/**
 * Compares a folder with what is known of it, reading no file: notes what must be taken in as pending,
 * records what cannot be, clears complaints that no longer hold.
 */
export async function survey(options: SurveyOptions): Promise<Survey> {
  return new Surveyor(options).run();
}

class Surveyor {
  readonly #catalogue: Catalogue;
  readonly #folder: StoredFolder;
  readonly #failures: Map<string, Failure>;
  readonly #attempts: Map<string, PendingFile>;
  readonly #visited = new Set<string>();
  readonly #closed: string[] = [];
  readonly #gone = new Set<number>();
  #unchanged = 0;
  #failed = 0;

  constructor(private readonly options: SurveyOptions) {
    const { catalogue, folder } = options;
    this.#catalogue = catalogue;
    this.#folder = folder;
    this.#failures = new Map(catalogue.failures.inFolder(folder.id).map((it) => [it.path, it]));
    this.#attempts = new Map(
      catalogue.pending.suspects(folder.id).map((it) => [path.join(it.directory, it.name), it]),
    );
    catalogue.pending.clear(folder.id);
  }

  async run(): Promise<Survey> {
    const { job, own } = this.options;
    const others = this.#catalogue.folders.paths().filter(({ id }) => id !== this.#folder.id);
    const except = [...others.map((other) => other.path), ...(await realPaths(own))];
    for await (const found of discover(this.#folder.path, { except, signal: job.signal })) {
      await job.checkpoint();
      await this.#compare(found);
      job.report({ current: found.path });
    }
    await this.#conclude();
    return { unchanged: this.#unchanged, gone: this.#gone, failed: this.#failed };
  }

  async #compare(found: FoundDirectory): Promise<void> {
    const { database } = this.#catalogue;
    database.note(() => found.failures.forEach((failure) => this.#complain(failure)));
    if (!found.complete) {
      this.#closed.push(found.path);
      return;
    }
    this.#visited.add(found.path);
    const id = this.#directoryId(found);
    if (id === null) return;
    const known = await this.#known(id);
    for (let start = 0; start < found.files.length; start += STRETCH) {
      const stretch = found.files.slice(start, start + STRETCH);
      database.note(() => {
        for (const file of stretch) this.#compareFile(found.path, id, file, known.get(file.name));
      });
      await setImmediate();
    }
    this.#noteGone(found, known);
  }

  #directoryId({ path: directory, files: found }: FoundDirectory): number | null {
    const { files } = this.#catalogue;
    if (found.length === 0) return files.findDirectory(this.#folder.id, directory);
    return files.directoryId(this.#folder.id, directory);
  }

  async #known(directoryId: number): Promise<Map<string, KnownFile>> {
    const known = new Map<string, KnownFile>();
    const { files } = this.#catalogue;
    for (let after: string | undefined = ''; after !== undefined;) {
      const page = files.inDirectory(
        directoryId,
        after,
        STRETCH,
        ANALYSIS_VERSION,
        this.options.modelId,
      );
      for (const file of page) known.set(file.name, file);
      after = page.at(-1)?.name;
      if (page.length === STRETCH) await setImmediate();
    }
    return known;
  }

  /** What is known but was not found; a file that may only not be asked about is not taken for lost. */
  #noteGone({ files, failures }: FoundDirectory, known: Map<string, KnownFile>): void {
    for (const { name } of files) known.delete(name);
    for (const failure of failures) {
      if (!IS_GONE.has(failure.code)) known.delete(path.basename(failure.path));
    }
    for (const { id, missing } of known.values()) if (!missing) this.#gone.add(id);
  }

  #compareFile(directory: string, directoryId: number, file: FoundFile, known?: KnownFile): void {
    const full = path.join(directory, file.name);
    const same = known !== undefined && isSame(known, file);
    if (same && known.measured) {
      if (known.missing) this.#catalogue.files.setMissing(known.id, false);
      this.#unchanged += 1;
      return;
    }
    if (this.#failsAsBefore(full, file)) return;
    const stage: Stage = same ? 'again' : known ? 'changed' : 'new';
    const attempts = this.#attemptsAt(full, file);
    if (attempts >= FATAL_ATTEMPTS) {
      const reason = 'The engine stopped twice while it read this file';
      this.#complain({ path: full, code: 'file/crashed-engine', reason, ...file });
      return;
    }
    // What failed before stays listed until it has been taken in.
    this.#failures.delete(full);
    this.#catalogue.pending.add({
      folderId: this.#folder.id,
      directoryId,
      ...file,
      stage,
      attempts,
    });
  }

  #failsAsBefore(full: string, file: FoundFile): boolean {
    const before = this.#failures.get(full);
    if (!before || this.options.retryFailed || !LASTING.has(before.code)) return false;
    if (before.size !== file.size || before.mtimeNs !== file.mtimeNs) return false;
    this.#failures.delete(full);
    this.#failed += 1;
    return true;
  }

  #attemptsAt(full: string, file: FoundFile): number {
    const before = this.#attempts.get(full);
    return before && isSame(before, file) ? before.attempts : 0;
  }

  #complain(failure: FoundFailure): void {
    this.#catalogue.failures.record(this.#folder.id, failure);
    this.#failures.delete(failure.path);
    this.#failed += 1;
  }

  /** Directories that are gone take their files along; complaints about what is gone end. */
  async #conclude(): Promise<void> {
    const { files, failures, database } = this.#catalogue;
    for (const { id, path: directory } of files.directories(this.#folder.id)) {
      if (this.#visited.has(directory) || this.#isClosed(directory)) continue;
      for (const file of (await this.#known(id)).values()) {
        if (!file.missing) this.#gone.add(file.id);
      }
    }
    database.transaction(() => {
      for (const full of this.#failures.keys()) {
        if (!this.#isClosed(full)) failures.clear(this.#folder.id, full);
      }
    });
  }

  #isClosed(full: string): boolean {
    return this.#closed.some((directory) => isWithin(full, directory));
  }
}

/** As the walk names directories: after all links. */
async function realPaths(directories: readonly string[]): Promise<string[]> {
  return Promise.all(directories.map((it) => realpath(it).catch(() => it)));
}

function isSame(
  known: { size: number; mtimeNs: string },
  found: { size: number; mtimeNs: string },
): boolean {
  return known.size === found.size && known.mtimeNs === found.mtimeNs;
}
