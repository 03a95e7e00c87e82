import type { ArtworkId, LearntStyles } from '../../contract';
import type { Catalogue } from '../storage/catalogue';
import type { WorkTable } from '../storage/work-table';
import { learnStyles, type StyleModel } from '../style';
import type { Emit } from './event-bus';
import type { TableCache } from './table-cache';

/** What was learnt from the user's labels, learnt again when a label or the library changed. */
export class StyleCache {
  #model: StyleModel | undefined;
  #table: WorkTable | undefined;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly table: TableCache,
    private readonly emit: Emit,
  ) {}

  /** @param wanted works that it must know */
  async get(wanted: readonly ArtworkId[] = []): Promise<StyleModel> {
    const table = await this.table.get(wanted);
    if (this.#model === undefined || this.#table !== table) {
      this.#model = learnStyles(table, this.catalogue.labels.all());
      this.#table = table;
    }
    return this.#model;
  }

  /** After a label was given or taken. @param labelled works that got one */
  async relearn(labelled: readonly ArtworkId[]): Promise<LearntStyles> {
    this.#model = undefined;
    const { summary } = await this.get(labelled);
    this.emit('style.learnt', summary);
    return summary;
  }
}
