import type { NextAnswer, Portfolio, DuplicateGroup } from '../../contract';
import { colourName } from '../imaging/analysis/colour-names';
import { outliersOf, relatedWorksOf, styleSpaceOf, tellingTraits } from '../insight';
import { apartFigures, nextDirections } from '../recommend/artist';
import type { Taste } from '../recommend/taste';
import type { WorkTable } from '../storage/work-table';

/** Regions with few works beside what a profile loves. */
export function runDirections(table: WorkTable, taste: Taste): NextAnswer {
  return nextDirections(table, taste, {
    space: styleSpaceOf(table),
    traitsOf: (group, reference) => tellingTraits(table, group, reference),
    colourName,
  });
}

/** What the whole library says of works that it could do without. */
export interface RetireFacts {
  readonly groups: DuplicateGroup[];
  readonly outliers: Portfolio['outliers'];
  /** By the ids of the outliers. */
  readonly nearness: Map<number, { likeness: number; nearest: number[] }>;
  readonly ordinary: number;
}

export function runRetireFacts(table: WorkTable): RetireFacts {
  const outliers = outliersOf(table);
  const figures = apartFigures(table);
  return {
    groups: relatedWorksOf(table).filter(({ relation }) => relation === 'near'),
    outliers,
    nearness: new Map(outliers.map(({ id }) => [id, figures.of(id)])),
    ordinary: figures.ordinary,
  };
}
