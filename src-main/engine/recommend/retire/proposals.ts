import type { ArtworkId, DuplicateGroup, Portfolio, Retirement } from '../../../contract';
import { STRENGTHS } from '../../../contract';
import type { ApartFigures } from './apart-figures';

/** What speaks for a work. */
export interface WorkStrength {
  /** 0..5, 0 for none. */
  rating: number;
  /** 1 or 0. */
  favourite: number;
  /** Boards that it is on. */
  boards: number;
  /** Choices of A or B that it won, less those that it lost. */
  choices: number;
  pixels: number;
}

export interface RetireContext {
  readonly groups: readonly DuplicateGroup[];
  readonly outliers: Portfolio['outliers'];
  readonly figures: ApartFigures;
  strengthOf(id: ArtworkId): WorkStrength | undefined;
}

/** Who gives a work so many stars means it to stay. */
const STAYS_FROM = 4;

/**
 * Works that the body of work could do without: near-duplicates of a stronger work, and works far outside of it. Of two
 * renderings the first of these decides that differs: rating, favourite, number of boards, choices of A or B, pixels; where
 * none differs neither is proposed. A work that stands apart is not proposed when it is a favourite or has four stars.
 */
export function retireProposals(context: RetireContext): Retirement[] {
  const repeats = context.groups
    .filter(({ relation }) => relation === 'near')
    .flatMap((group) => repeatsIn(group, context));
  const known = new Set(repeats.map(({ id }) => id));
  return [...repeats, ...apart(context).filter(({ id }) => !known.has(id))];
}

function repeatsIn({ works, similarity }: DuplicateGroup, context: RetireContext): Retirement[] {
  const known = works.flatMap((id) => {
    const strength = context.strengthOf(id);
    return strength ? [{ id, strength }] : [];
  });
  const [strongest, ...weaker] = known.sort((a, b) => compare(b.strength, a.strength));
  if (!strongest) return [];
  return weaker.flatMap(({ id, strength }): Retirement[] => {
    const by = STRENGTHS.find((name) => strength[name] !== strongest.strength[name]);
    if (!by) return [];
    const [own, others] = [strength[by], strongest.strength[by]];
    return [{ kind: 'repeat', id, stronger: strongest.id, likeness: similarity, by, own, others }];
  });
}

function compare(a: WorkStrength, b: WorkStrength): number {
  const by = STRENGTHS.find((name) => a[name] !== b[name]);
  return by ? a[by] - b[by] : 0;
}

function apart({ outliers, figures, strengthOf }: RetireContext): Retirement[] {
  return outliers.flatMap(({ id, score }): Retirement[] => {
    const strength = strengthOf(id);
    if (!strength || strength.favourite > 0 || strength.rating >= STAYS_FROM) return [];
    const { ordinary } = figures;
    return [{ kind: 'apart', id, deviations: score, ...figures.of(id), ordinary }];
  });
}
