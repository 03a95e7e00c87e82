import type { Portfolio } from '../../contract';
import type { EngineContext } from './engine-context';
import type { InsightTasks } from './insight-tasks';

/** What the user has said that groups and names the works. */
export function namedWorks({
  catalogue,
  preferences,
}: EngineContext): InsightTasks['csv']['input'] {
  const { groupAxis, learnAxis } = preferences.data;
  return { labels: catalogue.labels.all(), axis: groupAxis, learnAxis };
}

export async function currentPortfolio(context: EngineContext): Promise<Portfolio> {
  const { catalogue, insight, table } = context;
  const exactCopies = catalogue.files.exactDuplicates().map(({ artworkId }) => artworkId);
  return insight.ask(await table.get(), 'portfolio', { exactCopies, ...namedWorks(context) });
}
