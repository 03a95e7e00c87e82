import type { ArtworkId, Board, RetireAnswer, Retirement } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { boards } from './boards.svelte';
import { cards } from './cards.svelte';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

const CHANGES_PAUSE_MS = 800;

/** Works that the body of work could do without. Nothing here deletes anything. */
class RetireState {
  readonly answer = new Resource<RetireAnswer>();
  /** Settled, but an answer of the engine that knows of it is not here yet. */
  #gone = $state.raw<ReadonlySet<ArtworkId>>(new Set());
  /** Those of them that the engine has confirmed. */
  #confirmed = new Set<ArtworkId>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly list = $derived(
    (this.answer.value?.proposals ?? []).filter(({ id }) => !this.#gone.has(id)),
  );

  /** Loads and follows the library for as long as it is shown. @returns the function that stops */
  open(): () => void {
    void this.load();
    const soon = (): void => this.#loadSoon();
    const stops = [on('catalogue.changed', soon), on('boards.changed', soon)];
    return () => {
      stops.forEach((stop) => stop());
      clearTimeout(this.#timer);
    };
  }

  async load(): Promise<void> {
    const known = new Set(this.#confirmed);
    const answer = await this.answer.load(() => engine.request('retire.proposals', undefined));
    if (answer) known.forEach((id) => this.#bringBack(id));
    cards.need(this.list.flatMap(shownWith));
  }

  /** Remembers that a work stays, and proposes it no more. */
  async keep(id: ArtworkId): Promise<void> {
    if (!(await this.#settle(id, true))) return;
    const undo = (): void => void this.#settle(id, false);
    notices.say({ kind: 'work-settled', title: cards.get(id)?.title ?? '', undo });
  }

  /** Puts a work on the board of a name, which is made where there is none, and proposes it no more. */
  async putOnBoardCalled(id: ArtworkId, name: string): Promise<void> {
    const key = name.trim().toLowerCase();
    const board =
      boards.list.value?.find((it) => it.name.trim().toLowerCase() === key) ??
      (await boards.create(name));
    if (board) await this.putOnBoard(id, board);
  }

  /** Puts a work on a board and proposes it no more. */
  async putOnBoard(id: ArtworkId, board: Board): Promise<void> {
    if (await boards.add(board.id, [id], board)) await this.#settle(id, true);
  }

  /** Everything that was settled may be proposed again. */
  async proposeAgain(): Promise<void> {
    await notices.attempt(() => engine.request('retire.unsettle', undefined));
    await this.load();
  }

  async #settle(id: ArtworkId, on: boolean): Promise<boolean> {
    if (on) this.#gone = new Set([...this.#gone, id]);
    const done = await notices.attempt(async () => {
      await engine.request('retire.settle', { id, on });
      return true;
    });
    if (done && on) this.#confirmed.add(id);
    else this.#bringBack(id);
    await this.load();
    return done === true;
  }

  #bringBack(id: ArtworkId): void {
    this.#confirmed.delete(id);
    this.#gone = new Set([...this.#gone].filter((other) => other !== id));
  }

  #loadSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.load(), CHANGES_PAUSE_MS);
  }
}

function shownWith(proposal: Retirement): ArtworkId[] {
  const others = proposal.kind === 'repeat' ? [proposal.stronger] : proposal.nearest;
  return [proposal.id, ...others];
}

export const retire = new RetireState();
