import { tasteOfSaid, type Said, type Taste } from '../recommend';
import type { SharedWorkTable } from '../storage/table/table-transfer';
import type { EngineContext } from './engine-context';

type Parts = Pick<EngineContext, 'catalogue' | 'boards' | 'said'>;

/** What the active profile's signals say of works of the table, to be used before anything else is said. */
export async function currentTaste(
  { catalogue: { profiles, opinions }, boards, said }: Parts,
  { rowOf }: SharedWorkTable,
): Promise<Taste> {
  const { active } = profiles;
  const known = await said.get(active);
  const onBoards = new Set(boards.list().flatMap(({ works }) => works));
  // A private session changes stars, hearts and boards without a signal.
  const standing = (id: number, of: Said): Said => {
    const { rating, favourite } = opinions.about(active, id);
    return {
      ...of,
      rating: Math.min(of.rating, rating),
      favourite: of.favourite && favourite,
      boards: onBoards.has(id) ? of.boards : 0,
    };
  };
  return tasteOfSaid(known, new Date(), (id) => rowOf.has(id), standing);
}
