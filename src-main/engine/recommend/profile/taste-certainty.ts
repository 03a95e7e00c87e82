import type { TasteAdvice, TasteCertainty } from '../../../contract';
import { bootstrapIntervals } from '../../kernel/bootstrap-interval';
import { effectiveCount } from '../../kernel/effective-count';
import { evenlySpaced } from '../../kernel/evenly-spaced';
import { mean } from '../../kernel/statistics';
import type { WorkTable } from '../../storage/work-table';
import type { WeighedRow } from './recency';
import type { Surroundings } from './surroundings';
import { meanVector, pull, sampleOf, tasteOf, tasteVector, type TasteVector } from './taste-vector';

/** Gives others their turn; may reject to put an end to the work. */
export type Turn = (done: number, total: number) => Promise<void>;

export interface Known {
  liked: readonly WeighedRow[];
  passed: readonly WeighedRow[];
  /** Days since something was liked last; Infinity for never. */
  daysSince: number;
}

/** Liked works below which nothing is said. */
export const FEWEST_LIKED = 5;
const FEWEST_PASSED = 5;
const MOST_ASKED = 150;
const MOST_OTHERS = 1000;
/** A taste that tells a liked work from another less often at the lower end of the interval is a guess. */
const CHANCE = 0.5;
const SURE = 0.7;
/** A few works of one series are told apart easily, and yet say little of a taste. */
const SURE_WORKS = 15;
/** Half the interval that counts as knowing it well. */
const WELL = 0.1;
const OLD_DAYS = 90;
const MOST_GROUPS = 6;

/** How well a taste is known, and what would make it surer. */
export async function tasteCertainty(
  table: WorkTable,
  known: Known,
  { groupOf, groups }: Pick<Surroundings, 'groupOf' | 'groups'>,
  turn: Turn,
): Promise<TasteCertainty> {
  const { liked, passed, daysSince } = known;
  const tells = liked.length < FEWEST_LIKED ? null : await tellsApart(table, known, turn);
  const advice: TasteAdvice[] = [];
  const likes = likesLacking(liked.length, tells);
  if (likes > 0) advice.push({ kind: 'more-likes', count: likes });
  if (passed.length < FEWEST_PASSED)
    advice.push({ kind: 'more-passes', count: FEWEST_PASSED - passed.length });
  const seen = new Set([...liked, ...passed].map(({ row }) => groupOf[row]));
  const unseen = groups.length > 1 ? groups.filter((_, at) => !seen.has(at)) : [];
  const works = unseen.flatMap((group) => group.works.slice(0, 1)).slice(0, MOST_GROUPS);
  if (works.length > 0) advice.push({ kind: 'unseen-groups', works });
  if (daysSince >= OLD_DAYS && Number.isFinite(daysSince))
    advice.push({ kind: 'recent', days: Math.floor(daysSince) });
  const effectiveWorks = effectiveCount(liked.map(({ weight }) => weight));
  return {
    level: levelOf(tells, effectiveWorks),
    tells,
    effectiveWorks,
    fewest: FEWEST_LIKED,
    advice,
  };
}

function levelOf(tells: TasteCertainty['tells'], works: number): TasteCertainty['level'] {
  if (!tells) return 'unknown';
  if (tells.low <= CHANCE) return 'guess';
  return tells.low > SURE && works >= SURE_WORKS ? 'sure' : 'fair';
}

/** An interval narrows with the root of the number of works. */
function likesLacking(liked: number, tells: TasteCertainty['tells']): number {
  if (!tells) return FEWEST_LIKED - liked;
  const half = (tells.high - tells.low) / 2;
  return half <= WELL ? 0 : Math.ceil(liked * ((half / WELL) ** 2 - 1));
}

/**
 * How often a taste puts a liked work, held back while it is learnt, before another work of the library that nobody has
 * judged: the area under the ROC curve (Hanley & McNeil, The meaning and use of the area under a ROC curve, 1982).
 */
async function tellsApart(table: WorkTable, { liked, passed }: Known, turn: Turn) {
  const judged = new Set([...liked, ...passed].map(({ row }) => row));
  const open = sampleOf(table).filter((row) => !judged.has(row));
  const others = evenlySpaced(open.length, MOST_OTHERS).map((at) => open[at]!);
  const asked = [...evenlySpaced(liked.length, MOST_ASKED)].map((at) => liked[at]!);
  if (others.length === 0) return null;
  const taste = new HeldBack(table, liked, passed, others);
  const places: number[] = [];
  for (const [done, work] of asked.entries()) {
    await turn(done, asked.length);
    places.push(taste.shareBelow(work));
  }
  const each = places.map((_, at) => at);
  const of = (drawn: readonly number[]) => ({ tells: mean(drawn.map((at) => places[at]!)) });
  const { low, high } = bootstrapIntervals(each, of).get('tells') ?? { low: 0, high: 1 };
  return { value: mean(places), low, high };
}

/** A taste that can do without any one of the works it was learnt from. */
class HeldBack {
  readonly #vector: TasteVector;
  readonly #mean: TasteVector;
  readonly #total: number;
  /** What the whole taste, and what the mean of the liked works, makes of `others`. */
  readonly #whole: Float64Array;
  readonly #ofMean: Float64Array;

  constructor(
    private readonly table: WorkTable,
    liked: readonly WeighedRow[],
    passed: readonly WeighedRow[],
    private readonly others: Uint32Array,
  ) {
    this.#vector = tasteVector(table, liked, passed);
    this.#mean = meanVector(table, liked);
    this.#total = liked.reduce((sum, { weight }) => sum + weight, 0);
    this.#whole = Float64Array.from(others, (row) => tasteOf(table, this.#vector, row));
    this.#ofMean = Float64Array.from(others, (row) => tasteOf(table, this.#mean, row));
  }

  /**
   * Share of the other works that the taste learnt without this one puts below it. The mean of the rest is
   * `mean + moved (mean - work)`, so every value changes by `moved` times what the mean and the work differ in.
   */
  shareBelow({ row, weight }: WeighedRow): number {
    const { table, others } = this;
    const moved = weight / Math.max(1e-12, this.#total - weight);
    const own =
      tasteOf(table, this.#vector, row) +
      moved * (tasteOf(table, this.#mean, row) - pull(table, row, row));
    let below = 0;
    others.forEach((other, at) => {
      const value = this.#whole[at]! + moved * (this.#ofMean[at]! - pull(table, other, row));
      below += value < own ? 1 : Number(value === own) / 2;
    });
    return below / others.length;
  }
}
