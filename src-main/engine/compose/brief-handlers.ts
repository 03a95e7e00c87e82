import type { Brief, BriefAnswer, BriefId } from '../../contract';
import { MAX_IDS } from '../../contract';
import { cardsOfSet, copyOriginals, setAsCsv, type SetWork } from './brief-export';
import { brokenBy, readyBrief } from './brief-question';
import { setAsSheet } from './brief-sheet';
import type { BriefInput } from './brief-task';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';

/** What people are looking for, and the works that answer it. */
export function briefHandlers(context: EngineContext): HandlersOf<'briefs'> {
  const { briefs, briefPictures, table, insight, emit } = context;
  let search = new AbortController();
  const told = <T>(result: T): T => {
    emit('briefs.changed', {});
    return result;
  };
  return {
    'briefs.list': () => briefs.list(),
    'briefs.create': async ({ name }) => told(await briefs.create(name)),
    'briefs.rename': async ({ id, name }) => told(await briefs.rename(id, name)),
    'briefs.remove': async ({ id }) => told(await briefs.remove(id)),
    'briefs.restore': async ({ id }) => told(await briefs.restore(id)),
    'briefs.change': async ({ id, patch }) => told(await briefs.change(id, patch)),
    'briefs.addPicture': async ({ id, path }) => {
      briefs.get(id);
      const picture = await briefPictures.add(path);
      return told(await briefs.addImage(id, { kind: 'outside', picture }));
    },
    'briefs.picture': ({ picture }) => briefPictures.get(picture),
    'briefs.match': async ({ id }) => {
      // Whoever asks anew does not wait for the answer before.
      search.abort();
      search = new AbortController();
      return answerTo(context, briefs.get(id), search.signal);
    },
    'briefs.swaps': async ({ id, work, limit }) => {
      const works = await table.get();
      const { question } = await readyBrief(context, works, briefs.get(id));
      return insight.ask(works, 'briefSwaps', { ...taught(context), question, work, limit });
    },
    'briefs.excluded': async ({ id, limit }) => {
      const works = await table.get();
      const broken = await brokenBy(context, works, briefs.get(id).limits);
      return [...works.ids].filter((_, row) => broken[row]?.includes(limit)).slice(0, MAX_IDS);
    },
    'briefs.csv': async ({ id }) => ({ csv: setAsCsv(await setOf(context, id)) }),
    'briefs.sheet': async ({ id, language }) => ({
      html: await setAsSheet(context, briefs.get(id), await setOf(context, id), { language }),
    }),
    'briefs.copyFiles': async ({ id, folder }) =>
      copyOriginals(context, await setOf(context, id), folder),
  };
}

/** What styles are learnt from. */
function taught({ catalogue, preferences }: EngineContext): Omit<BriefInput, 'question'> {
  return { labels: catalogue.labels.all(), learnAxis: preferences.data.learnAxis };
}

async function answerTo(
  context: EngineContext,
  brief: Brief,
  signal?: AbortSignal,
): Promise<BriefAnswer> {
  const { table, insight } = context;
  const works = await table.get();
  const { question, ...ready } = await readyBrief(context, works, brief);
  const input = { ...taught(context), question };
  const answer = await insight.ask(works, 'brief', input, signal ? { signal } : {});
  return { ...answer, ...ready, reasons: [...ready.reasons], open: question.open.length };
}

async function setOf(context: EngineContext, id: BriefId): Promise<SetWork[]> {
  const { set } = await answerTo(context, context.briefs.get(id));
  return cardsOfSet(context, set);
}
