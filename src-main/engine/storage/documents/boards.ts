import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  boardSchema,
  EngineError,
  type ArtworkId,
  type Board,
  type BoardId,
} from '../../../contract';
import { openDocument, type StudioDocument } from './studio-document';

const boardsSchema = z.object({ boards: z.array(boardSchema) });
type BoardsDocument = z.infer<typeof boardsSchema>;

/** Opens the boards, kept as one document. */
export async function openBoards(file: string): Promise<Boards> {
  return new Boards(await openDocument(file, boardsSchema, { boards: [] }));
}

/** Named selections of works, in an order of the user's. Works are named by their ids, which never change. */
export class Boards {
  constructor(private readonly document: StudioDocument<BoardsDocument>) {}

  get notices(): StudioDocument<BoardsDocument>['notices'] {
    return this.document.notices;
  }

  /** Resolves when every change that was begun is on the disk or has failed. */
  settled(): Promise<void> {
    return this.document.settled();
  }

  list(): Board[] {
    return this.document.data.boards;
  }

  /** @throws EngineError 'board/name-taken' */
  async create(name: string): Promise<Board> {
    const board = { id: randomUUID(), name, works: [], createdAt: new Date().toISOString() };
    await this.document.update(({ boards }) => {
      checkName(boards, name);
      return { boards: [...boards, board] };
    });
    return board;
  }

  /** @throws EngineError 'board/not-found', 'board/name-taken' */
  rename(id: BoardId, name: string): Promise<Board> {
    return this.#change(id, (board, boards) => {
      checkName(
        boards.filter((other) => other !== board),
        name,
      );
      return { ...board, name };
    });
  }

  /** @throws EngineError 'board/not-found' */
  async remove(id: BoardId): Promise<void> {
    await this.document.update(({ boards }) => {
      find(boards, id);
      return { boards: boards.filter((board) => board.id !== id) };
    });
  }

  /**
   * A work is on a board once, at the place where it is named first.
   *
   * @throws EngineError 'board/not-found'
   */
  setWorks(id: BoardId, works: readonly ArtworkId[]): Promise<Board> {
    return this.#change(id, (board) => ({ ...board, works: [...new Set(works)] }));
  }

  async #change(id: BoardId, make: (board: Board, all: readonly Board[]) => Board): Promise<Board> {
    const { boards } = await this.document.update((data) => {
      const changed = make(find(data.boards, id), data.boards);
      return { boards: data.boards.map((board) => (board.id === id ? changed : board)) };
    });
    return find(boards, id);
  }
}

function find(boards: readonly Board[], id: BoardId): Board {
  const board = boards.find((it) => it.id === id);
  if (!board) throw new EngineError('board/not-found', `There is no board ${id}`, { id });
  return board;
}

function checkName(others: readonly Board[], name: string): void {
  const key = name.trim().toLocaleLowerCase();
  if (others.some((board) => board.name.trim().toLocaleLowerCase() === key)) {
    throw new EngineError('board/name-taken', `There is a board '${name}' already`, { name });
  }
}
