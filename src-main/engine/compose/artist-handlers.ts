import type { ArtworkId, Retirement } from '../../contract';
import { retireProposals, type WorkStrength } from '../recommend/artist';
import { cardsOf } from '../storage/gallery/cards';
import type { RetireFacts } from './artist-tasks';
import { currentTaste } from './current-taste';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

type ArtistHandlers = HandlersOf<'sequence'> & HandlersOf<'next'> & HandlersOf<'retire'>;

/** What an artist could do with the works: an order to show them in, where to go next, what to do without. */
export function artistHandlers(context: EngineContext): ArtistHandlers {
  const { catalogue, table, insight, settledWorks } = context;
  return {
    'sequence.order': async (input) => insight.ask(await table.get(input.works), 'sequence', input),
    'next.directions': async () => {
      const works = await table.get();
      const taste = await currentTaste(context, works);
      return insight.ask(works, 'directions', { taste });
    },
    'retire.proposals': async () => {
      const facts = await insight.ask(await table.get(), 'retireFacts', undefined);
      const settled = new Set(settledWorks.data.works.map(({ id }) => id));
      return { proposals: proposalsFrom(context, facts, settled), settled: settled.size };
    },
    'retire.settle': async ({ id, on }) => {
      catalogue.artworks.get(id);
      await settledWorks.update(({ works }) => {
        const others = works.filter((work) => work.id !== id);
        return { works: on ? [...others, { id, at: new Date().toISOString() }] : others };
      });
    },
    'retire.unsettle': async () => void (await settledWorks.update(() => ({ works: [] }))),
  };
}

/** @param settled works that take no part any more, as the weaker or as the stronger one */
function proposalsFrom(
  context: EngineContext,
  { nearness, ordinary, ...facts }: RetireFacts,
  settled: ReadonlySet<ArtworkId>,
): Retirement[] {
  const isOpen = (id: ArtworkId): boolean => !settled.has(id);
  const groups = facts.groups.map((group) => ({ ...group, works: group.works.filter(isOpen) }));
  const outliers = facts.outliers.filter(({ id }) => isOpen(id));
  const ids = [...groups.flatMap(({ works }) => works), ...outliers.map(({ id }) => id)];
  const strengths = strengthsOf(context, ids);
  const unknown = { likeness: 0, nearest: [] };
  return retireProposals({
    groups,
    outliers,
    figures: { ordinary, of: (id) => nearness.get(id) ?? unknown },
    strengthOf: (id) => strengths.get(id),
  });
}

/** What speaks for works: what was said of them, and how large they are. */
function strengthsOf(
  { catalogue, boards }: EngineContext,
  ids: readonly ArtworkId[],
): Map<ArtworkId, WorkStrength> {
  const { signals, profiles } = catalogue;
  const onBoards = new Map<ArtworkId, number>();
  for (const { works } of boards.list())
    for (const id of works) onBoards.set(id, (onBoards.get(id) ?? 0) + 1);
  const choices = new Map<ArtworkId, number>();
  const note = (id: ArtworkId, by: number): unknown => choices.set(id, (choices.get(id) ?? 0) + by);
  for (const { artworkId, otherId, value } of signals.ofKind(profiles.active, 'choice')) {
    if (value === 0 || otherId === null) continue;
    note(artworkId, 1);
    note(otherId, -1);
  }
  return new Map(
    cardsOf(catalogue, ids).map(({ id, rating, favourite, width, height }) => [
      id,
      {
        rating,
        favourite: Number(favourite),
        boards: onBoards.get(id) ?? 0,
        choices: choices.get(id) ?? 0,
        pixels: width * height,
      },
    ]),
  );
}
