import type { ArtworkId, Board, BoardId } from '../../src-main/contract';
import { engine, on } from '../bridge';
import { notices } from './notices.svelte';
import { Resource } from './resource.svelte';

/** Boards: named, ordered collections of works. */
class BoardsState {
  readonly list = new Resource<Board[]>();

  find(id: BoardId): Board | undefined {
    return this.list.value?.find((board) => board.id === id);
  }

  /** Begins to listen. @returns the function that stops */
  start(): () => void {
    void this.refresh();
    return on('boards.changed', () => void this.refresh());
  }

  async refresh(): Promise<void> {
    await this.list.load(() => engine.request('boards.list', undefined));
  }

  /** Asks again if the boards could not be had. */
  async recover(): Promise<void> {
    if (this.list.error) await this.refresh();
  }

  async create(name: string, works: readonly ArtworkId[] = []): Promise<Board | undefined> {
    const board = await notices.attempt(() => engine.request('boards.create', { name }));
    if (!board) return undefined;
    if (works.length > 0) await this.add(board.id, works, board);
    await this.refresh();
    return board;
  }

  async rename(id: BoardId, name: string): Promise<void> {
    await notices.attempt(() => engine.request('boards.rename', { id, name }));
    await this.refresh();
  }

  /** Deletes a board; the notice offers to bring it back. */
  async remove(board: Board): Promise<void> {
    const gone = await notices.attempt(async () => {
      await engine.request('boards.remove', { id: board.id });
      return true;
    });
    await this.refresh();
    const undo = (): void => void this.#bringBack(board);
    if (gone) notices.say({ kind: 'board-removed', name: board.name, undo });
  }

  async #bringBack({ name, works }: Board): Promise<void> {
    const board = await this.create(name);
    if (board) await this.setWorks(board.id, works);
  }

  /** Adds works at the end; those already there stay where they are. @returns whether it was kept */
  async add(id: BoardId, works: readonly ArtworkId[], known?: Board): Promise<boolean> {
    const board = known ?? this.find(id);
    if (!board) return false;
    const present = new Set(board.works);
    const added = works.filter((work) => !present.has(work));
    if (!(await this.setWorks(id, [...board.works, ...added]))) return false;
    notices.say({ kind: 'added-to-board', count: works.length, board: board.name });
    return true;
  }

  /** Sets which works a board holds, in which order; shows at once. @returns whether it was kept */
  async setWorks(id: BoardId, works: ArtworkId[]): Promise<boolean> {
    const before = this.list.value ?? [];
    this.list.set(before.map((board) => (board.id === id ? { ...board, works } : board)));
    const kept = await notices.attempt(() => engine.request('boards.setWorks', { id, works }));
    await this.refresh();
    return kept !== undefined;
  }
}

export const boards = new BoardsState();
