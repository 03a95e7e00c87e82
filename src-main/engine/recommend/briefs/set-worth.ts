import type { BriefBalance } from '../../../contract';
import { FacilityLocation } from '../../kernel/facility-location';
import type { SetFunction } from '../../kernel/greedy-set';
import type { WorkTable } from '../../storage/work-table';
import { likeness } from '../closeness';
import type { RankedWork } from './rank-works';

/** A likeness stands for another work only where it is close; see `closeness`. */
const SHARPNESS = 4;

/** What a set is chosen from, and how alike its works are. */
export interface Pool {
  readonly works: readonly RankedWork[];
  /** Fit of each work from 0, the least of the pool, to 1, the best of it: fits lie in a narrow range. */
  readonly fits: Float64Array;
  /** n x n likeness of the works over all axes, row-major, 0..1. */
  readonly alike: Float32Array;
}

export function poolOf(table: WorkTable, works: readonly RankedWork[]): Pool {
  const n = works.length;
  const alike = new Float32Array(n * n).fill(1);
  for (let i = 1; i < n; i++)
    for (let j = 0; j < i; j++)
      alike[i * n + j] = alike[j * n + i] = likeness(table, works[i]!.row, works[j]!.row);
  const least = Math.min(...works.map(({ fit }) => fit));
  const spread = Math.max(...works.map(({ fit }) => fit)) - least;
  const fits = Float64Array.from(works, ({ fit }) => (spread > 0 ? (fit - least) / spread : 1));
  return { works, fits, alike };
}

/**
 * What a set of the pool is worth, 0..1 for a full set: its mean fit within the pool's range, its mean nearness to a heart (for cohesion), and the
 * share of what fits that it stands for (for variety; facility location over the pool weighed by fit), each as much as the balance
 * says. The first two are sums over the members and the third is monotone submodular, so the whole is, and a greedy choice
 * keeps its guarantee. (Likeness of all pairs would read more simply as cohesion, but would be supermodular.) The use of
 * such a mixture for choosing sets: Lin & Bilmes, A class of submodular functions for document summarization, ACL 2011.
 */
export class SetWorth implements SetFunction {
  readonly #cover: FacilityLocation;
  readonly #shares: BriefBalance;
  #value = 0;

  /**
   * @param heart places in the pool that the set gathers around
   * @param size members of a full set
   */
  constructor(
    private readonly pool: Pool,
    balance: BriefBalance,
    private readonly heart: readonly number[],
    private readonly size: number,
  ) {
    const total = balance.fit + balance.cohesion + balance.variety;
    const share = (value: number): number => (total > 0 ? value / total : 1 / 3);
    this.#shares = {
      fit: share(balance.fit),
      cohesion: share(balance.cohesion),
      variety: share(balance.variety),
    };
    this.#cover = new FacilityLocation(
      pool.fits,
      pool.alike.map((value) => value ** SHARPNESS),
    );
  }

  get value(): number {
    return this.#value;
  }
  /** Share of what fits that the set stands for. */
  get variety(): number {
    return this.#cover.value;
  }

  gain(i: number): number {
    return this.#own(i) + this.#shares.variety * this.#cover.gain(i);
  }

  add(i: number): void {
    this.#value += this.gain(i);
    this.#cover.add(i);
  }

  /** What a work brings by itself: its fit, and its nearness to the heart. */
  #own(i: number): number {
    const { works, fits, alike } = this.pool;
    let near = 0;
    for (const j of this.heart) near += alike[i * works.length + j]!;
    const cohesion = this.heart.length > 0 ? near / this.heart.length : 0;
    return (this.#shares.fit * fits[i]! + this.#shares.cohesion * cohesion) / this.size;
  }
}
