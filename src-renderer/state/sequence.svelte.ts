import type { ArtworkId, BoardId, BriefId, Sequence } from '../../src-main/contract';
import { engine } from '../bridge';
import { moveItem } from '../lib/move-item';
import { boards } from './boards.svelte';
import { briefs } from './briefs.svelte';
import { cards } from './cards.svelte';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

/** What is put in order: a board, or the set of a brief. */
export type SequenceOf = { readonly board: BoardId } | { readonly brief: BriefId };

/** The works of a board or a set in a row that flows, tried out until it is kept. */
class SequenceState {
  readonly answer = new Resource<Sequence>();
  #of = $state.raw<SequenceOf | null>(null);
  /** As it is kept now. */
  #kept = $state.raw<readonly ArtworkId[]>([]);
  #works = $state.raw<readonly ArtworkId[]>([]);
  #first = $state<ArtworkId | null>(null);
  #last = $state<ArtworkId | null>(null);
  /** Mean likeness of neighbours in the kept order. */
  #meanBefore = $state<number | null>(null);

  readonly isChanged = $derived(this.#works.some((id, at) => id !== this.#kept[at]));

  get works(): readonly ArtworkId[] {
    return this.#works;
  }
  get first(): ArtworkId | null {
    return this.#first;
  }
  get last(): ArtworkId | null {
    return this.#last;
  }
  get meanBefore(): number | null {
    return this.#meanBefore;
  }
  /** Likeness of the work at a place to the next; null where nothing is known. */
  likenessAfter(at: number): number | null {
    return this.#isMeasured ? (this.answer.value?.likeness[at] ?? null) : null;
  }

  /** Takes up the works of a board or of a brief's set. */
  async open(of: SequenceOf): Promise<void> {
    this.#of = of;
    this.#first = this.#last = null;
    this.answer.set(null);
    this.#meanBefore = null;
    const works = await worksOf(of);
    if (this.#of !== of || !works) return;
    this.#take(works);
    this.#kept = works;
    cards.need(works);
    const measured = await this.#measure();
    if (measured) this.#meanBefore = measured.mean;
  }

  /** Orders everything so that neighbours flow, between the pinned ends. What is moved or pinned meanwhile stands. */
  async flow(): Promise<void> {
    const first = this.#first;
    const last = this.#last;
    const input = {
      works: [...this.#works],
      ...(first !== null && { first }),
      ...(last !== null && { last }),
    };
    const answer = await this.answer.load(() => engine.request('sequence.order', input));
    if (!answer) return;
    if (first === this.#first && last === this.#last) this.#take(answer.works);
    else await this.#measure();
  }

  /** Pins the work that everything begins or ends with, and moves it there; once more lets it go. */
  async pin(id: ArtworkId, end: 'first' | 'last'): Promise<void> {
    const isPinned = (end === 'first' ? this.#first : this.#last) === id;
    if (this.#first === id) this.#first = null;
    if (this.#last === id) this.#last = null;
    if (isPinned) return;
    if (end === 'first') this.#first = id;
    else this.#last = id;
    await this.move(this.#works.indexOf(id), end === 'first' ? 0 : this.#works.length - 1);
  }

  async move(from: number, to: number): Promise<void> {
    if (from < 0 || to < 0 || to >= this.#works.length || from === to) return;
    this.#take(moveItem(this.#works, from, to));
    if (this.#works[0] !== this.#first) this.#first = null;
    if (this.#works.at(-1) !== this.#last) this.#last = null;
    await this.#measure();
  }

  /** Goes back to the order that is kept. */
  async reset(): Promise<void> {
    this.#first = this.#last = null;
    this.#take(this.#kept);
    await this.#measure();
  }

  /** Keeps the order as the board's, or as the set's. */
  async keep(): Promise<void> {
    const of = this.#of;
    const works = [...this.#works];
    if (!of) return;
    const mean = this.#isMeasured ? this.answer.value?.mean : null;
    const isKept =
      'board' in of
        ? await boards.setWorks(of.board, works)
        : await briefs.change(of.brief, { order: works, held: works });
    if (!isKept) return;
    if (of === this.#of) {
      this.#kept = works;
      this.#meanBefore = mean ?? null;
    }
    const name = 'board' in of ? boards.find(of.board)?.name : briefs.find(of.brief)?.name;
    notices.say({ kind: 'order-kept', name: name ?? '' });
  }

  #take(works: readonly ArtworkId[]): void {
    this.#works = works;
  }

  /** Whether what is known is of the order as it stands. */
  get #isMeasured(): boolean {
    return this.answer.value?.works.every((id, at) => id === this.#works[at]) ?? false;
  }

  async #measure(): Promise<Sequence | undefined> {
    const works = [...this.#works];
    return this.answer.load(() => engine.request('sequence.order', { works, order: false }));
  }
}

async function worksOf(of: SequenceOf): Promise<ArtworkId[] | undefined> {
  return notices.attempt(async () => {
    if ('brief' in of) {
      const { set } = await engine.request('briefs.match', { id: of.brief });
      return set.map(({ id }) => id);
    }
    const list = await engine.request('boards.list', undefined);
    return list.find(({ id }) => id === of.board)?.works ?? [];
  });
}

export const sequence = new SequenceState();
