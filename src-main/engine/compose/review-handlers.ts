import type { ArtworkId, ReviewQueue, Taught, Teacher } from '../../contract';
import { readHands } from '../storage/read-hands';
import { standingOf, type Learner } from '../style';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

/** Proposals of what was learnt, for works that nobody has spoken of. What a person said is never changed here. */
export function reviewHandlers(context: EngineContext): HandlersOf<'review'> {
  const { catalogue, table, emit, learning } = context;
  let search = new AbortController();
  const cacheOf = (taught: Taught) => (taught === 'labels' ? context.styles : context.hands);
  return {
    'review.proposals': async ({ teacher, order, limit, except }): Promise<ReviewQueue> => {
      // Whoever asks anew does not wait for the answer before.
      search.abort();
      const { signal } = (search = new AbortController());
      const { learner, teaches } = await judgeFor(context, teacher);
      if (!learner) return { trained: false, proposals: [], waiting: 0 };
      const settled = Uint32Array.from([...(await spokenOf(context, teaches)), ...except]);
      const input = { learner, order, limit, settled };
      return learning.ask(await table.get(), 'review', input, {
        signal,
        onProgress: (progress) => emit('review.progress', progress),
      });
    },
    'review.accept': async ({ teacher, id, label }) => {
      const teaches = await taughtBy(context, teacher);
      if (isSpokenOf(context, teaches, id)) return { kept: false };
      if (teaches === 'labels') catalogue.labels.setLabel([id], label, true);
      else catalogue.hands.setName([id], label);
      emit('catalogue.changed', { ids: [id], total: catalogue.artworks.countVisible() });
      await cacheOf(teaches).relearn([id]);
      return { kept: true };
    },
    'review.standing': async ({ teaches }) => standingOf(await cacheOf(teaches).get()),
    'review.confused': async ({ teaches, truth, answer }) =>
      (await cacheOf(teaches).get()).outcomes
        .filter((outcome) => outcome.truth === truth && outcome.answer === answer)
        .map(({ id }) => id),
  };
}

async function judgeFor(
  context: EngineContext,
  teacher: Teacher,
): Promise<{ learner: Learner | null; teaches: Taught }> {
  if (teacher.kind === 'imported') return context.styleShelf.learnerOf(teacher.id);
  const cache = teacher.kind === 'labels' ? context.styles : context.hands;
  return { learner: (await cache.get()).learner, teaches: teacher.kind };
}

async function taughtBy(context: EngineContext, teacher: Teacher): Promise<Taught> {
  return teacher.kind === 'imported'
    ? (await context.styleShelf.learnerOf(teacher.id)).teaches
    : teacher.kind;
}

/** Works that a label, or a maker, is known of. */
async function spokenOf(
  { catalogue }: EngineContext,
  teaches: Taught,
): Promise<Iterable<ArtworkId>> {
  if (teaches === 'hands') return (await readHands(catalogue)).keys();
  return catalogue.labels.all().map(({ artworkId }) => artworkId);
}

function isSpokenOf({ catalogue }: EngineContext, teaches: Taught, id: ArtworkId): boolean {
  const { labels, hands, artworks } = catalogue;
  artworks.get(id);
  return teaches === 'labels'
    ? labels.labelsOf(id).length > 0
    : hands.ownOf(id) !== null || hands.fromFile(id) !== null;
}
