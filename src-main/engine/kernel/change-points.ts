import { mean } from './statistics';

export interface ChangePointOptions {
  /** Rows of `dim` numbers in the order of time. */
  points: Float32Array;
  dim: number;
  /** Fewest rows between two changes; 3 when left out. */
  minSegment?: number;
  /** Scales what a change must explain to be believed; 1 when left out, larger finds fewer. */
  strictness?: number;
}

export interface ChangePoint {
  /** First row after the change. */
  index: number;
  /** Distance of the means of the two stretches beside it, over the root mean square spread within them. */
  strength: number;
}

/**
 * Turning points of a series: the rows at which its mean changes. Optimal partitioning pruned as in PELT
 * (Killick, Fearnhead & Eckley, Optimal detection of changepoints with a linear computational cost, 2012,
 * section 3), cost = squared distances from each stretch's mean in units of the noise.
 *
 * The noise of each column is estimated from the differences of neighbours, without the largest tenth, among which
 * the changes themselves are. The price of a change is the level that pure noise in `dim` columns passes at any
 * of n places with a chance of about 1/n: Laurent & Massart, Adaptive estimation of a quadratic functional,
 * 2000, lemma 1, with x = 2 log n.
 *
 * @returns in ascending order; none in a constant series
 */
export function changePoints(options: ChangePointOptions): ChangePoint[] {
  const { dim, minSegment = 3, strictness = 1 } = options;
  const rows = Math.floor(options.points.length / dim);
  if (rows < 2 * minSegment) return [];
  const sums = new PrefixSums(inUnitsOfNoise(options.points, dim, rows), dim, rows);
  const x = 2 * Math.log(rows);
  const price = strictness * (dim + 2 * Math.sqrt(dim * x) + 2 * x);
  const starts = optimalStarts(sums, rows, minSegment, price);
  return starts.map((index, i) => ({
    index,
    strength: sums.contrast(starts[i - 1] ?? 0, index, starts[i + 1] ?? rows),
  }));
}

/** Columns divided by their noise; a column that hardly ever moves keeps its few jumps visible. */
function inUnitsOfNoise(points: Float32Array, dim: number, rows: number): Float64Array {
  const scaled = new Float64Array(rows * dim);
  for (let d = 0; d < dim; d++) {
    const noise = columnNoise(points, dim, rows, d);
    if (noise > 0) for (let i = d; i < rows * dim; i += dim) scaled[i] = points[i]! / noise;
  }
  return scaled;
}

/** Share of the differences that are kept, the smallest; what a normal variable's mean square loses by that. */
const KEPT = 0.9;
const KEPT_SQUARES = 0.623;

function columnNoise(points: Float32Array, dim: number, rows: number, d: number): number {
  const squares = Float64Array.from(
    { length: rows - 1 },
    (_, i) => (points[(i + 1) * dim + d]! - points[i * dim + d]!) ** 2,
  ).sort();
  const kept = squares.subarray(0, Math.ceil(KEPT * squares.length));
  // A difference of two draws has twice the variance of one.
  const variance = mean(kept) / KEPT_SQUARES / 2;
  return Math.sqrt(Math.max(variance, squares[squares.length - 1]! / 1e4));
}

function optimalStarts(
  sums: PrefixSums,
  rows: number,
  minSegment: number,
  price: number,
): number[] {
  const cost = new Float64Array(rows + 1).fill(Infinity);
  const previous = new Int32Array(rows + 1);
  cost[0] = -price;
  let candidates = [0];
  for (let end = minSegment; end <= rows; end++) {
    // A stretch before the newest possible start, so that pruning stays exact with a shortest length.
    const newest = end - minSegment;
    if (newest >= minSegment) {
      candidates = candidates.filter(
        (start) =>
          newest - start < minSegment || cost[start]! + sums.cost(start, newest) <= cost[newest]!,
      );
      candidates.push(newest);
    }
    for (const start of candidates) {
      const total = cost[start]! + sums.cost(start, end) + price;
      if (total < cost[end]!) [cost[end], previous[end]] = [total, start];
    }
  }
  const starts: number[] = [];
  for (let at = previous[rows]!; at > 0; at = previous[at]!) starts.unshift(at);
  return starts;
}

/** Running sums, so that the cost of any stretch takes `dim` steps. */
class PrefixSums {
  readonly #sums: Float64Array;
  readonly #squares: Float64Array;

  constructor(
    points: Float64Array,
    private readonly dim: number,
    rows: number,
  ) {
    this.#sums = new Float64Array((rows + 1) * dim);
    this.#squares = new Float64Array(rows + 1);
    for (let i = 0; i < rows; i++) {
      let square = 0;
      for (let p = i * dim; p < (i + 1) * dim; p++) {
        this.#sums[p + dim] = this.#sums[p]! + points[p]!;
        square += points[p]! ** 2;
      }
      this.#squares[i + 1] = this.#squares[i]! + square;
    }
  }

  /** Sum of squared distances of rows start..end-1 from their mean. */
  cost(start: number, end: number): number {
    let square = 0;
    for (let d = 0; d < this.dim; d++) square += this.#total(start, end, d) ** 2;
    return Math.max(0, this.#squares[end]! - this.#squares[start]! - square / (end - start));
  }

  contrast(from: number, at: number, to: number): number {
    let gap = 0;
    for (let d = 0; d < this.dim; d++)
      gap += (this.#total(from, at, d) / (at - from) - this.#total(at, to, d) / (to - at)) ** 2;
    const spread = (this.cost(from, at) + this.cost(at, to)) / (to - from);
    // Stretches without any spread would give infinity: a thousandth of the gap stands for it.
    return Math.sqrt(gap / Math.max(spread, gap * 1e-6, Number.MIN_VALUE));
  }

  #total(start: number, end: number, d: number): number {
    return this.#sums[end * this.dim + d]! - this.#sums[start * this.dim + d]!;
  }
}
