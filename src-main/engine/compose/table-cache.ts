import type { ArtworkId } from '../../contract';
import { axisScaleOf } from '../kernel/axis-similarity';
import { ranksOf } from '../kernel/column-ranks';
import type { Catalogue } from '../storage/catalogue';
import { loadWorkTable } from '../storage/load-work-table';
import type { SharedWorkTable } from '../storage/table/table-transfer';
import { pause } from '../storage/yielding';

export interface TableCacheOptions {
  modelId: () => Promise<string | null>;
  /** Whether works are being taken in just now. */
  isIndexing: () => boolean;
}

/** While works are being taken in, reading goes on for at most about a tenth of the time. */
const REST_SHARE = 9;
const LEAST_REST_MS = 2000;
/** A larger library takes a gigabyte, which whoever only browses should not have to give. */
const WARM_UP_TO = 250_000;

/**
 * The measured works in memory, read again only when the catalogue's version has moved on; whoever asks meanwhile waits
 * for the same reading. While works are being taken in the version moves with every batch: then the last table is
 * served at once where it knows what is asked about, and read again in the background now and then. When nothing is being taken in it is never stale.
 */
export class TableCache {
  #table: SharedWorkTable | undefined;
  #loading: Promise<SharedWorkTable> | undefined;
  #modelId: string | null = null;
  #restUntil = 0;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly options: TableCacheOptions,
  ) {}

  /** @param wanted works that are asked about: a table that lacks one of them does not serve */
  async get(wanted: readonly ArtworkId[] = []): Promise<SharedWorkTable> {
    const { version } = this.catalogue.meta;
    const last = this.#table;
    if (last?.version === version) return last;
    const serves =
      last &&
      last.ids.length > 0 &&
      (await this.options.modelId()) === this.#modelId &&
      wanted.every((id) => last.rowOf.has(id));
    if (serves && this.isMoving) {
      if (performance.now() > this.#restUntil) this.#load().catch(() => undefined);
      return last;
    }
    const table = await this.#load();
    // What was being read when this was asked may have begun before the last change.
    return table.version < version ? this.get(wanted) : table;
  }

  /** Whether works are being taken in, so that the table is different at every turn. */
  get isMoving(): boolean {
    return this.options.isIndexing();
  }

  /** Reads a library of ordinary size before it is needed, so that the first who asks need not wait. */
  warmUp(): void {
    if (this.#table || this.#loading) return;
    if (this.catalogue.artworks.countVisible() <= WARM_UP_TO) this.#load().catch(() => undefined);
  }

  #load(): Promise<SharedWorkTable> {
    this.#loading ??= this.#read().finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #read(): Promise<SharedWorkTable> {
    const started = performance.now();
    const modelId = await this.options.modelId();
    const before = modelId === this.#modelId ? this.#table : undefined;
    const table = await loadWorkTable(this.catalogue, modelId, before);
    await prepare(table);
    this.#table = table;
    this.#modelId = modelId;
    const took = performance.now() - started;
    this.#restUntil = performance.now() + Math.max(LEAST_REST_MS, REST_SHARE * took);
    return table;
  }
}

/** What every answer needs is measured here, a piece at a time, and not all at once by the first who asks. */
async function prepare({ traits, style, subject, palette }: SharedWorkTable): Promise<void> {
  for (let column = 0; column < traits.dim; column++) {
    ranksOf(traits).column(column);
    await pause();
  }
  for (const axis of [style, subject, palette]) {
    axisScaleOf(axis);
    await pause();
  }
}
