import type { LearntStyles } from '../../contract';
import type { Catalogue } from '../storage/catalogue';
import { learnStyles, type StyleModel } from '../style';
import type { Emit } from './event-bus';
import type { TableCache } from './table-cache';

/** What was learnt from the user's labels, learnt again when a label or the library changed. */
export class StyleCache {
  #model: Promise<StyleModel> | undefined;
  #tableVersion = -1;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly table: TableCache,
    private readonly emit: Emit,
  ) {}

  get(): Promise<StyleModel> {
    const { version } = this.catalogue.meta;
    if (this.#model === undefined || this.#tableVersion !== version) {
      this.#tableVersion = version;
      this.#model = this.#learn();
    }
    return this.#model;
  }

  /** After a label was given or taken. */
  async relearn(): Promise<LearntStyles> {
    this.#model = undefined;
    const { summary } = await this.get();
    this.emit('style.learnt', summary);
    return summary;
  }

  async #learn(): Promise<StyleModel> {
    try {
      return learnStyles(await this.table.get(), this.catalogue.labels.all());
    } catch (error) {
      this.#model = undefined;
      throw error;
    }
  }
}
