import { namedWorks } from './current-portfolio';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { tasteInput } from './taste-source';

/** What profiles like, and what to ask of one that nothing is known of. */
export function tasteHandlers(context: EngineContext): HandlersOf<'taste'> {
  const { catalogue, insight, table, said } = context;
  return {
    'taste.of': async ({ profileId }) => {
      const works = await table.get();
      const taste = await tasteInput(context, works, profileId ?? catalogue.profiles.active);
      return insight.ask(works, 'taste', { taste, ...namedWorks(context) });
    },
    'taste.compare': async ({ a, b }) => {
      const works = await table.get();
      const tastes = {
        a: await tasteInput(context, works, a),
        b: await tasteInput(context, works, b),
      };
      return insight.ask(works, 'twoTastes', { ...tastes, ...namedWorks(context) });
    },
    'taste.introduction': async ({ limit }) => {
      const works = await table.get();
      const { liked, passed } = await said.get(catalogue.profiles.active);
      const judged = new Set([...liked, ...passed]);
      return { works: await insight.ask(works, 'introduction', { judged, limit }) };
    },
  };
}
