import type { Portfolio } from '../../contract';
import { portfolioOf } from '../insight';
import type { StyleModel } from '../style';
import type { EngineContext } from './engine-context';

/** A work's style: the user's own word for it, else what was learnt, else null for 'not sure'. */
export function styleNamer(
  { catalogue }: EngineContext,
  styles: StyleModel,
): (id: number) => string | null {
  const own = new Map<number, string>();
  for (const { artworkId, label } of catalogue.labels.all()) {
    if (!own.has(artworkId)) own.set(artworkId, label);
  }
  return (id) => own.get(id) ?? styles.answer(id)?.decision ?? null;
}

export async function currentPortfolio(context: EngineContext): Promise<Portfolio> {
  const table = await context.table.get();
  const styles = await context.styles.get();
  const exactCopies = context.catalogue.files.exactDuplicates().map(({ artworkId }) => artworkId);
  return portfolioOf(table, { exactCopies, styleOf: styleNamer(context, styles) });
}
