import type { Portfolio } from '../../contract';
import type { EngineContext } from './engine-context';

export async function currentPortfolio({
  catalogue,
  insight,
  table,
}: EngineContext): Promise<Portfolio> {
  const exactCopies = catalogue.files.exactDuplicates().map(({ artworkId }) => artworkId);
  const labels = catalogue.labels.all();
  return insight.ask(await table.get(), 'portfolio', { exactCopies, labels });
}
