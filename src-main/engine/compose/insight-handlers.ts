import { portfolioCsv } from '../insight';
import { currentPortfolio, styleNamer } from './current-portfolio';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { currentReport } from './report';

export function insightHandlers(context: EngineContext): HandlersOf<'portfolio'> {
  return {
    'portfolio.get': () => currentPortfolio(context),
    'portfolio.map': () => context.map.get(),
    'portfolio.report': (input) => currentReport(context, input),
    'portfolio.csv': async () => ({
      csv: portfolioCsv(await context.table.get(), styleNamer(context, await context.styles.get())),
    }),
  };
}
