import type { HandsAnswer } from '../../contract';
import { closestHands, standingOf } from '../style';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

/** Whose hand made a work: said by the user, written in its file, or likely by its style. */
export function handsHandlers(context: EngineContext): HandlersOf<'hands'> {
  const { catalogue, hands, table, emit } = context;
  return {
    'hands.of': async ({ id }): Promise<HandsAnswer> => {
      const { id: artworkId } = catalogue.artworks.get(id);
      const model = await hands.get([id]);
      const answer = await closestHands(await table.get([id]), model, id);
      const { needs, learntFrom } = model.summary;
      return {
        own: catalogue.hands.ownOf(artworkId),
        fromFile: catalogue.hands.fromFile(artworkId),
        verdict: answer?.verdict ?? null,
        hands: answer?.hands ?? [],
        needs,
        learntFrom,
        accuracy: standingOf(model).accuracy,
      };
    },
    'hands.name': async ({ ids, name }) => {
      catalogue.hands.setName(ids, name);
      emit('catalogue.changed', { ids, total: catalogue.artworks.countVisible() });
      return hands.relearn(name === null ? [] : ids);
    },
    'hands.learnt': async () => (await hands.get()).summary,
  };
}
