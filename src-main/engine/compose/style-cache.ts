import type { ArtworkId, Axis, LearntStyles } from '../../contract';
import type { SharedWorkTable } from '../storage/table/table-transfer';
import { learn, styleModel, type GivenLabel, type StyleModel } from '../style';
import type { InsightThread } from './insight-thread';
import type { TableCache } from './table-cache';

export interface StyleCacheOptions {
  table: TableCache;
  /** Where it is learnt: seconds of arithmetic with many labels. */
  thread: InsightThread;
  /** All that a person, or a file, says. */
  given: () => readonly GivenLabel[] | Promise<readonly GivenLabel[]>;
  /** Whose vectors it is learnt from, as the user prefers now. */
  axis: () => Axis;
  onLearnt: (summary: LearntStyles) => void;
}

/** With fewer labelled works nothing can be learnt, and no thread is needed to say so. */
const FEWEST_GIVEN = 4;

/**
 * What was learnt from labels of one kind, learnt again when a label, the axis or the library changed. While it is being learnt, all
 * further labels wait together for the one learning that follows.
 */
export class StyleCache {
  #model: StyleModel | undefined;
  #table: SharedWorkTable | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #queued: Promise<StyleModel> | undefined;
  /** Counts what was said, so that nothing is kept that was overtaken while it was learnt. */
  #said = 0;

  constructor(private readonly options: StyleCacheOptions) {}

  /** @param wanted works that it must know */
  async get(wanted: readonly ArtworkId[] = []): Promise<StyleModel> {
    const table = await this.options.table.get(wanted);
    if (this.#model?.summary.axis === this.options.axis() && this.#table === table)
      return this.#model;
    return (this.#queued ??= this.#running.then(() => this.#learn()));
  }

  /** After a label was given or taken, or another axis was chosen. @param labelled works that got one */
  async relearn(labelled: readonly ArtworkId[]): Promise<LearntStyles> {
    this.#said++;
    this.#model = undefined;
    const { summary } = await this.get(labelled);
    this.options.onLearnt(summary);
    return summary;
  }

  #learn(): Promise<StyleModel> {
    this.#queued = undefined;
    const learning = this.#learnNow();
    this.#running = learning.catch(() => undefined);
    return learning;
  }

  async #learnNow(): Promise<StyleModel> {
    const said = this.#said;
    const table = await this.options.table.get();
    const given = await this.options.given();
    const axis = this.options.axis();
    const learnt =
      given.length < FEWEST_GIVEN
        ? learn(table, given, axis)
        : await this.options.thread.ask(table, 'learn', { given, axis });
    const model = styleModel(table, learnt);
    if (said === this.#said) {
      this.#model = model;
      this.#table = table;
    }
    return model;
  }
}
