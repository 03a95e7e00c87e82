import { reviewQueue, standingOf } from '../style';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

/** Proposals of the learnt styles for works without a label. What a person said is never changed here. */
export function reviewHandlers({
  catalogue,
  table,
  styles,
  emit,
}: EngineContext): HandlersOf<'review'> {
  const { labels, artworks } = catalogue;
  return {
    'review.proposals': async ({ order, limit, except }) => {
      const model = await styles.get();
      const settled = new Set([...labels.all().map(({ artworkId }) => artworkId), ...except]);
      return reviewQueue(await table.get(), model, { order, limit, settled });
    },
    'review.accept': async ({ id, label }) => {
      if (labels.labelsOf(artworks.get(id).id).length > 0) return { kept: false };
      labels.setLabel([id], label, true);
      emit('catalogue.changed', { ids: [id], total: artworks.countVisible() });
      await styles.relearn([id]);
      return { kept: true };
    },
    'review.standing': async () => standingOf(await styles.get()),
    'review.confused': async ({ truth, answer }) =>
      (await styles.get()).outcomes
        .filter((outcome) => outcome.truth === truth && outcome.answer === answer)
        .map(({ id }) => id),
  };
}
