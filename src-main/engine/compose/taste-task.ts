import type { ArtworkId, TasteComparison, TasteProfile } from '../../contract';
import { clustersOf, mergedPalette } from '../insight';
import {
  compareTastes,
  coverOf,
  tasteProfile,
  type Surroundings,
  type TasteSource,
} from '../recommend';
import type { WorkTable } from '../storage/work-table';

/** A taste to be described, with what the table does not hold. */
export interface TasteInput {
  source: TasteSource;
  /** The model's words for works that are liked. */
  movements: ReadonlyMap<ArtworkId, string>;
}

export interface IntroductionInput {
  /** Works somebody has an opinion of. */
  judged: ReadonlySet<ArtworkId>;
  limit: number;
}

type Namer = (id: ArtworkId) => string | null;
type Turn = (done: number, total: number) => Promise<void>;

export function describeTaste(
  table: WorkTable,
  { source, movements }: TasteInput,
  labelOf: Namer,
  turn: Turn,
): Promise<TasteProfile> {
  return tasteProfile(table, source, surroundingsOf(table, movements, labelOf), turn);
}

export function describeTwoTastes(
  table: WorkTable,
  { a, b }: { a: TasteInput; b: TasteInput },
  labelOf: Namer,
  turn: Turn,
): Promise<TasteComparison> {
  return compareTastes(
    table,
    { a: a.source, b: b.source },
    {
      a: surroundingsOf(table, a.movements, labelOf),
      b: surroundingsOf(table, b.movements, labelOf),
    },
    turn,
  );
}

/** Works to begin with, as different as the library allows. */
export function introductionWorks(
  table: WorkTable,
  { judged, limit }: IntroductionInput,
): ArtworkId[] {
  return coverOf(table, { judged }, limit).map(({ id }) => id);
}

function surroundingsOf(
  table: WorkTable,
  movements: ReadonlyMap<ArtworkId, string>,
  labelOf: Namer,
): Surroundings {
  const { clusterOf, clusters } = clustersOf(table);
  return {
    groupOf: clusterOf,
    groups: clusters,
    paletteOf: (rows, colours) => mergedPalette(table, rows, colours),
    labelOf,
    movementOf: (id) => movements.get(id) ?? null,
  };
}
