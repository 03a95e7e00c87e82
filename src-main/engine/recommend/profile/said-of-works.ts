import { leaningOf } from './leanings';
import { isStated, type Said } from './said';

/** What somebody said of works, in order to be asked again and again while now and then something is said of one more. */
export class SaidOfWorks {
  readonly #liked = new Set<number>();
  readonly #passed = new Set<number>();
  readonly #judged = new Set<number>();

  /** @param said belongs to this object from now on */
  constructor(private readonly said: Map<number, Said>) {
    for (const [id, of] of said) this.#sort(id, of);
  }

  get of(): ReadonlyMap<number, Said> {
    return this.said;
  }
  /** Works that are leant towards, see `leaningOf`. */
  get liked(): ReadonlySet<number> {
    return this.#liked;
  }
  /** Works that are leant away from. */
  get passed(): ReadonlySet<number> {
    return this.#passed;
  }
  /** Works of which there is an opinion. */
  get judged(): ReadonlySet<number> {
    return this.#judged;
  }

  /** @param said all that was said of the work; undefined for nothing */
  set(id: number, said: Said | undefined): void {
    if (said) this.said.set(id, said);
    else this.said.delete(id);
    for (const works of [this.#liked, this.#passed, this.#judged]) works.delete(id);
    if (said) this.#sort(id, said);
  }

  #sort(id: number, said: Said): void {
    const weight = leaningOf(said);
    if (weight > 0) this.#liked.add(id);
    if (weight < 0) this.#passed.add(id);
    if (isStated(said) || (said.isKnown && weight !== 0)) this.#judged.add(id);
  }
}
