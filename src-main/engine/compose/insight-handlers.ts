import { currentPortfolio, namedWorks } from './current-portfolio';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { currentReport } from './report';

export function insightHandlers(context: EngineContext): HandlersOf<'portfolio'> {
  const { insight, preferences, table } = context;
  return {
    'portfolio.get': () => currentPortfolio(context),
    'portfolio.map': () => context.map.get(preferences.data.groupAxis),
    'portfolio.report': (input) => currentReport(context, input),
    'portfolio.csv': async () => ({
      csv: await insight.ask(await table.get(), 'csv', namedWorks(context)),
    }),
  };
}
