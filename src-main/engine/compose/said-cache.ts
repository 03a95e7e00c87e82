import type { ArtworkId, ProfileId } from '../../contract';
import { hearSignal, SaidOfWorks, type Said } from '../recommend';
import type { Signals } from '../storage/repositories/signals';
import type { TouchedWorks } from '../storage/repositories/touched-works';
import { pause } from '../storage/yielding';
import { signalPages } from './signal-pages';

/** Works whose signals are read again between two turns. */
const STRETCH = 50;

/**
 * What one profile said of every work, added up. Read once, page by page; after that only works are read again of which
 * something was said or taken back, so that a list follows a like at once, however much was said before.
 */
export class SaidCache {
  #known: { profileId: ProfileId; said: SaidOfWorks } | undefined;
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly signals: Signals,
    private readonly touched: TouchedWorks,
  ) {}

  /** The answer changes with the next question. */
  get(profileId: ProfileId): Promise<SaidOfWorks> {
    const answer = this.#running.then(() => this.#get(profileId));
    this.#running = answer.catch(() => undefined);
    return answer;
  }

  async #get(profileId: ProfileId): Promise<SaidOfWorks> {
    const said =
      this.#known?.profileId === profileId ? this.#known.said : await this.#read(profileId);
    // What is read may fail: then everything is read anew.
    this.#known = undefined;
    for (;;) {
      const works = this.touched.take(STRETCH);
      for (const id of works) this.#readAgain(said, profileId, id);
      if (works.length < STRETCH) break;
      await pause();
    }
    this.#known = { profileId, said };
    return said;
  }

  /** What is said meanwhile is noted as touched, and read again. */
  async #read(profileId: ProfileId): Promise<SaidOfWorks> {
    this.touched.watch(profileId);
    const said = new Map<ArtworkId, Said>();
    for await (const page of signalPages(this.signals, profileId))
      for (const signal of page) hearSignal(said, signal, signal.id);
    return new SaidOfWorks(said);
  }

  #readAgain(said: SaidOfWorks, profileId: ProfileId, id: ArtworkId): void {
    const own = new Map<ArtworkId, Said>();
    for (const signal of this.signals.about(profileId, id)) hearSignal(own, signal, signal.id);
    said.set(id, own.get(id));
  }
}
