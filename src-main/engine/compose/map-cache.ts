import { EngineError, type StyleMap } from '../../contract';
import { runMapWorker, type LayoutTask } from '../insight';
import type { JobContext } from '../jobs/job-context';
import type { InsightThread } from './insight-thread';
import type { TableCache } from './table-cache';

interface Waiting {
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
      this.#waiting.push({ resolve, reject });
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
      const table = await this.table.get();
      const points = await this.insight.ask(table, 'mapPoints', undefined);
      const positions = new Float32Array(await this.#layOut(points, job));
      const map = await this.insight.ask(table, 'placedMap', { positions });
      this.#map = { version: table.version, map };
      this.#settle(({ resolve }) => resolve(map));
    } catch (error) {
      this.#settle(({ reject }) => reject(error));
      throw error;
    } finally {
      job.signal.removeEventListener('abort', cancelled);
    }
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
