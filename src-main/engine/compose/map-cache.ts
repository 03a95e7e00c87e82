import { EngineError, type StyleMap } from '../../contract';
import { runMapWorker, type LayoutTask } from '../insight';
import type { JobContext } from '../jobs/job-context';
import type { InsightThread } from './insight-thread';
import type { TableCache } from './table-cache';

interface Waiting {
  /** Of the works as they were when the map was asked for: an older map is no answer. */
  version: number;
  resolve: (map: StyleMap) => void;
  reject: (error: unknown) => void;
}

/**
 * The style map, laid out as a job because a large library takes a while. It is laid out again only when
 * the works have changed, and while works are being taken in the last one serves; whoever asks meanwhile waits
 * for the same layout.
 */
export class MapCache {
  #map: { version: number; map: StyleMap } | undefined;
  #waiting: Waiting[] = [];

  constructor(
    private readonly table: TableCache,
    private readonly insight: InsightThread,
    private readonly workerPath: string,
    private readonly enqueue: () => void,
  ) {}

  async get(): Promise<StyleMap> {
    const { version } = await this.table.get();
    if (this.#map && (this.#map.version === version || this.table.isMoving)) return this.#map.map;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ version, resolve, reject });
      this.enqueue();
    });
  }

  /** The job's runner. */
  async run(job: JobContext): Promise<void> {
    const cancelled = (): void =>
      this.#settle(({ reject }) =>
        reject(new EngineError('request/cancelled', 'The style map was cancelled')),
      );
    job.signal.addEventListener('abort', cancelled, { once: true });
    try {
      // Whoever asked after the works had changed again waits for one round more.
      do await this.#round(job);
      while (this.#waiting.length > 0);
    } catch (error) {
      this.#settle(({ reject }) => reject(error));
      throw error;
    } finally {
      job.signal.removeEventListener('abort', cancelled);
    }
  }

  async #round(job: JobContext): Promise<void> {
    const table = await this.table.get();
    const points = await this.insight.ask(table, 'mapPoints', undefined);
    const positions = new Float32Array(await this.#layOut(points, job));
    const map = await this.insight.ask(table, 'placedMap', { positions });
    this.#map = { version: table.version, map };
    const newer = this.#waiting.filter(({ version }) => version > table.version);
    const served = this.#waiting.filter(({ version }) => version <= table.version);
    this.#waiting = newer;
    for (const { resolve } of served) resolve(map);
  }

  #layOut(points: LayoutTask, job: JobContext): Promise<Float32Array> {
    return runMapWorker(points, {
      workerPath: this.workerPath,
      signal: job.signal,
      onProgress: (done, total) => job.report({ done, total }),
    });
  }

  #settle(settle: (waiting: Waiting) => void): void {
    this.#waiting.splice(0).forEach(settle);
  }
}
