import path from 'node:path';
import type { FolderId } from '../../contract';
import type { JobContext } from '../jobs/job-context';
import type { Catalogue } from '../storage/catalogue';
import type { PendingFile, Stage } from '../storage/repositories/pending';
import type { BatchWriter } from './batch-writer';
import type { TakeIn } from './take-in';

export interface IntakeOptions {
  readonly catalogue: Catalogue;
  readonly folderId: FolderId;
  readonly job: JobContext;
  readonly reader: TakeIn;
  readonly writer: BatchWriter;
  readonly readers: number;
}

interface Pass {
  readonly stage: Stage;
  readonly onlyKnown: boolean;
}

/**
 * New places come first and changed ones are looked through for known contents before any is replaced: so
 * a work that moved is recognised before something else is found in its old place.
 */
const PASSES: readonly Pass[] = [
  { stage: 'new', onlyKnown: false },
  { stage: 'changed', onlyKnown: true },
  { stage: 'changed', onlyKnown: false },
  { stage: 'again', onlyKnown: false },
];

/** Pending files fetched at once. */
const PAGE = 64;

/** Drives the pending files of a folder through reading and writing. */
export class Intake {
  constructor(private readonly options: IntakeOptions) {}

  async run(): Promise<void> {
    const { catalogue, folderId } = this.options;
    try {
      await this.#alone(catalogue.pending.suspects(folderId));
      for (const pass of PASSES) await this.#together(pass);
    } catch (error) {
      await this.#putAway();
      throw error;
    }
  }

  /** Keeps what has been read; a stop in good order throws no suspicion on the rest. */
  async #putAway(): Promise<void> {
    const { catalogue, folderId, writer } = this.options;
    try {
      await writer.flush();
      catalogue.pending.absolve(folderId);
    } catch {
      // The catalogue itself is what failed; that error is already on its way.
    }
  }

  /** Files during which the engine died, one by one: if it dies again, the culprit is known. */
  async #alone(suspects: readonly PendingFile[]): Promise<void> {
    for (const file of suspects) {
      await this.#one(file, false);
      await this.options.writer.flush();
    }
  }

  async #together({ stage, onlyKnown }: Pass): Promise<void> {
    const queue = this.#queue(stage);
    const loops = Array.from({ length: this.options.readers }, async () => {
      for (let next = queue.next(); !next.done; next = queue.next())
        await this.#one(next.value, onlyKnown);
    });
    const failed = (await Promise.allSettled(loops)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    await this.options.writer.flush();
  }

  *#queue(stage: Stage): Generator<PendingFile> {
    const { catalogue, folderId } = this.options;
    let page: PendingFile[];
    for (let last = 0; ; last = page.at(-1)?.id ?? last) {
      page = catalogue.pending.after(folderId, stage, last, PAGE);
      if (page.length === 0) return;
      yield* page;
    }
  }

  async #one(file: PendingFile, onlyKnown: boolean): Promise<void> {
    const { job, reader, writer } = this.options;
    if (job.pausing) await writer.flush();
    await job.checkpoint();
    job.report({ current: path.join(file.directory, file.name) });
    const outcome = await reader.take(file, onlyKnown);
    if (outcome) await writer.add(outcome);
  }
}
