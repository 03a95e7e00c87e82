import { EngineError, type Axis, type StyleMap } from '../../contract';
import { runMapWorker, type LayoutTask } from '../insight';
import type { JobContext } from '../jobs/job-context';
import type { InsightThread } from './insight-thread';
import type { TableCache } from './table-cache';

interface Waiting {
  axis: Axis;
  /** Of the works as they were when the map was asked for: an older map is no answer. */
  version: number;
  resolve: (map: StyleMap) => void;
  reject: (error: unknown) => void;
}

/**
 * The map by each axis, laid out as a job because a large library takes a while. It is laid out again only when
 * the works have changed, and while works are being taken in the last one serves; whoever asks meanwhile waits
 * for the same layout.
 */
export class MapCache {
  readonly #maps = new Map<Axis, { version: number; map: StyleMap }>();
  #waiting: Waiting[] = [];

  constructor(
    private readonly table: TableCache,
    private readonly insight: InsightThread,
    private readonly workerPath: string,
    private readonly enqueue: () => void,
  ) {}

  /** @param axis what works that lie together are alike in */
  async get(axis: Axis): Promise<StyleMap> {
    const { version } = await this.table.get();
    const last = this.#maps.get(axis);
    if (last && (last.version === version || this.table.isMoving)) return last.map;
    return new Promise((resolve, reject) => {
      this.#waiting.push({ axis, version, resolve, reject });
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
      // Whoever asked for another axis, or after the works had changed again, waits for one round more.
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
    const axis = this.#waiting[0]?.axis ?? 'style';
    const points = await this.insight.ask(table, 'mapPoints', { axis });
    const positions = new Float32Array(await this.#layOut(points, job));
    const map = await this.insight.ask(table, 'placedMap', { axis, positions });
    this.#maps.set(axis, { version: table.version, map });
    const isServed = (one: Waiting): boolean => one.axis === axis && one.version <= table.version;
    const served = this.#waiting.filter(isServed);
    this.#waiting = this.#waiting.filter((one) => !isServed(one));
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
