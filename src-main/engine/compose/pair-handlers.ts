import { EngineError, type ArtworkId, type BoardId } from '../../contract';
import { nextPair } from '../recommend';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

/** A or B: two works side by side, and what the choices say. */
export function pairHandlers(context: EngineContext): HandlersOf<'pairs'> {
  const { catalogue, boards, table, insight, emit } = context;
  const { signals, profiles, artworks } = catalogue;
  const choices = () => signals.ofKind(profiles.active, 'choice');
  const worksOf = (id: BoardId | undefined): ArtworkId[] | null => {
    if (id === undefined) return null;
    const board = boards.list().find((it) => it.id === id);
    if (!board) throw new EngineError('board/not-found', `There is no board ${id}`, { id });
    return board.works;
  };
  const changed = (): void => emit('suggestions.changed', {});
  return {
    'pairs.next': async ({ board }) => {
      const among = worksOf(board);
      return nextPair(await table.get(), choices(), among);
    },
    'pairs.answer': ({ a, b, answer }) => {
      artworks.get(a);
      artworks.get(b);
      if (answer === 'b') signals.note('choice', b, 1, a);
      else signals.note('choice', a, answer === 'a' ? 1 : 0, b);
      changed();
    },
    'pairs.undo': () => {
      const last = choices().at(-1);
      if (!last || last.otherId === null) return null;
      signals.remove([last.id]);
      changed();
      return { a: last.artworkId, b: last.otherId };
    },
    'pairs.ranking': async ({ board }) => {
      const among = worksOf(board);
      return insight.ask(await table.get(), 'pairRanking', { choices: choices(), among });
    },
  };
}
