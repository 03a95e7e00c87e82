import { seededRandom } from './random';
import { squaredDistance } from './squared-distance';

export interface KMeansOptions {
  /** Rows of `dim` numbers. */
  points: Float32Array;
  dim: number;
  /** How many clusters; never more than there are points. */
  k: number;
  /** Weight of each row, >= 0; equal when left out. */
  weights?: Float32Array;
  seed: number;
  /** Independent starts, of which the best is kept; 4 when left out. */
  restarts?: number;
  /** Rounds at most in one start; 60 when left out. */
  rounds?: number;
}

export interface KMeansResult {
  /** Cluster of each row. */
  assignments: Uint16Array;
  /** k rows of `dim` numbers. */
  centroids: Float32Array;
  /** Weighted sum of squared distances to the own centre. */
  inertia: number;
}

/**
 * Weighted k-means: Lloyd, Least squares quantization in PCM, 1982, from starts chosen by k-means++ (Arthur &
 * Vassilvitskii, The advantages of careful seeding, SODA 2007, section 2.2). An emptied cluster is given the row
 * that is farthest from its centre. Equal seeds give equal answers.
 */
export function kMeans(options: KMeansOptions): KMeansResult {
  const { points, dim, seed, restarts = 4, rounds = 60 } = options;
  const rows = Math.floor(points.length / dim);
  const k = Math.max(Math.min(options.k, rows), Math.min(1, rows));
  const weights = options.weights ?? new Float32Array(rows).fill(1);
  const random = seededRandom(seed);
  let best: KMeansResult | undefined;
  for (let start = 0; start < restarts; start++) {
    const run = new Lloyd(points, dim, weights, plusPlus(points, dim, k, weights, random));
    const result = run.settle(rounds);
    if (!best || result.inertia < best.inertia) best = result;
    if (k <= 1) break;
  }
  return best ?? { assignments: new Uint16Array(0), centroids: new Float32Array(0), inertia: 0 };
}

/** Draws k starting centres, each with a chance that grows with its squared distance from the others. */
function plusPlus(
  points: Float32Array,
  dim: number,
  k: number,
  weights: Float32Array,
  random: () => number,
): Float32Array {
  const centroids = new Float32Array(k * dim);
  const chances = Float64Array.from(weights);
  const nearest = new Float64Array(weights.length).fill(Infinity);
  for (let c = 0; c < k; c++) {
    const row = draw(chances, random);
    centroids.set(points.subarray(row * dim, (row + 1) * dim), c * dim);
    for (let i = 0; i < weights.length; i++) {
      const distance = squaredDistance(points, i, centroids, c, dim);
      if (distance < nearest[i]!) nearest[i] = distance;
      chances[i] = nearest[i]! * weights[i]!;
    }
  }
  return centroids;
}

function draw(chances: Float64Array, random: () => number): number {
  let total = 0;
  for (const chance of chances) total += chance;
  let left = random() * total;
  for (let i = 0; i < chances.length; i++) {
    left -= chances[i]!;
    if (left < 0) return i;
  }
  return Math.floor(random() * chances.length);
}

/** One run of Lloyd's two alternating steps. */
class Lloyd {
  readonly #assignments: Uint16Array;
  readonly #distances: Float64Array;
  readonly #mass: Float64Array;
  readonly #sums: Float64Array;

  constructor(
    private readonly points: Float32Array,
    private readonly dim: number,
    private readonly weights: Float32Array,
    private readonly centroids: Float32Array,
  ) {
    this.#assignments = new Uint16Array(weights.length).fill(0xffff);
    this.#distances = new Float64Array(weights.length);
    this.#mass = new Float64Array(centroids.length / dim);
    this.#sums = new Float64Array(centroids.length);
  }

  settle(rounds: number): KMeansResult {
    let moved = this.#assign();
    for (let round = 1; round < rounds && moved > 0; round++) {
      this.#centre();
      moved = this.#assign();
    }
    let inertia = 0;
    for (let i = 0; i < this.weights.length; i++) inertia += this.#distances[i]! * this.weights[i]!;
    return { assignments: this.#assignments, centroids: this.centroids, inertia };
  }

  /** Gives every row to its nearest centre; returns how many rows moved. */
  #assign(): number {
    let moved = 0;
    for (let i = 0; i < this.weights.length; i++) {
      const nearest = this.#nearest(i);
      if (nearest !== this.#assignments[i]) moved++;
      this.#assignments[i] = nearest;
    }
    return moved;
  }

  #nearest(row: number): number {
    let best = 0;
    let least = Infinity;
    for (let c = 0; c < this.#mass.length; c++) {
      const distance = squaredDistance(this.points, row, this.centroids, c, this.dim);
      if (distance < least) {
        least = distance;
        best = c;
      }
    }
    this.#distances[row] = least;
    return best;
  }

  /** Moves every centre to the weighted mean of its rows. */
  #centre(): void {
    const { dim } = this;
    this.#mass.fill(0);
    this.#sums.fill(0);
    for (let i = 0; i < this.weights.length; i++) {
      const cluster = this.#assignments[i]!;
      const weight = this.weights[i]!;
      this.#mass[cluster]! += weight;
      for (let d = 0, p = i * dim, q = cluster * dim; d < dim; d++, p++, q++)
        this.#sums[q]! += weight * this.points[p]!;
    }
    for (let c = 0; c < this.#mass.length; c++) {
      if (this.#mass[c]! <= 0) this.#revive(c);
      else
        for (let q = c * dim; q < (c + 1) * dim; q++)
          this.centroids[q] = this.#sums[q]! / this.#mass[c]!;
    }
  }

  #revive(cluster: number): void {
    let farthest = 0;
    for (let i = 1; i < this.#distances.length; i++)
      if (
        this.#distances[i]! * this.weights[i]! >
        this.#distances[farthest]! * this.weights[farthest]!
      )
        farthest = i;
    this.#distances[farthest] = 0;
    const from = farthest * this.dim;
    this.centroids.set(this.points.subarray(from, from + this.dim), cluster * this.dim);
  }
}
