import type { Catalogue } from '../storage/catalogue';
import { loadWorkTable } from '../storage/load-work-table';
import type { WorkTable } from '../storage/work-table';

/**
 * The measured works in memory, read again only when the catalogue's version has moved on. While it is
 * being read, whoever asks waits for the same reading.
 */
export class TableCache {
  #loading: Promise<WorkTable> | undefined;
  #version = -1;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly modelId: () => Promise<string | null>,
  ) {}

  get(): Promise<WorkTable> {
    const { version } = this.catalogue.meta;
    if (this.#loading === undefined || this.#version !== version) {
      this.#version = version;
      this.#loading = this.#load();
    }
    return this.#loading;
  }

  async #load(): Promise<WorkTable> {
    try {
      return await loadWorkTable(this.catalogue, await this.modelId());
    } catch (error) {
      this.#loading = undefined;
      throw error;
    }
  }
}
