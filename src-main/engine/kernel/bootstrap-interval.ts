import { seededRandom } from './random';
import { runToEnd } from './run-to-end';
import { quantile } from './statistics';

export interface Interval {
  low: number;
  high: number;
}

export interface BootstrapOptions {
  resamples?: number;
  seed?: number;
}

/**
 * 95 % percentile intervals of several statistics at once by the bootstrap: Efron & Tibshirani, An Introduction to the
 * Bootstrap, 1993, section 13.3. What belongs together (the works of one artist) is drawn together, as whole
 * clusters: Davison & Hinkley, Bootstrap Methods and their Application, 1997, section 3.8.
 *
 * @param clusters cluster of each item, 0 and up without gaps; items that stand alone have each their own
 * @param statistics of the items drawn, ascending, each as often as it was drawn; NaN where they say nothing, which
 * leaves that draw out
 * @returns one interval a statistic; both ends NaN when no draw said anything
 */
export function bootstrapIntervals<Name extends string>(
  clusters: readonly number[],
  statistics: (items: readonly number[]) => Record<Name, number>,
  options: BootstrapOptions = {},
): Map<Name, Interval> {
  return runToEnd(bootstrapRounds(clusters, statistics, options));
}

/** {@link bootstrapIntervals} a resample at a time; yields how many are done. */
export function* bootstrapRounds<Name extends string>(
  clusters: readonly number[],
  statistics: (items: readonly number[]) => Record<Name, number>,
  { resamples = 1000, seed = 1 }: BootstrapOptions = {},
): Generator<number, Map<Name, Interval>, void> {
  const random = seededRandom(seed);
  const clusterCount = clusters.reduce((most, cluster) => Math.max(most, cluster + 1), 0);
  const drawn = new Map<Name, number[]>();
  for (let round = 0; round < resamples; round++) {
    const values = statistics(drawItems(clusters, clusterCount, random));
    for (const name of Object.keys(values) as Name[]) {
      const of = drawn.get(name) ?? [];
      if (!Number.isNaN(values[name])) of.push(values[name]);
      drawn.set(name, of);
    }
    yield round + 1;
  }
  return new Map(
    [...drawn].map(([name, of]) => [name, { low: quantile(of, 0.025), high: quantile(of, 0.975) }]),
  );
}

function drawItems(
  clusters: readonly number[],
  clusterCount: number,
  random: () => number,
): number[] {
  const times = new Uint32Array(clusterCount);
  for (let i = 0; i < clusterCount; i++) times[Math.floor(random() * clusterCount)]!++;
  const items: number[] = [];
  for (let item = 0; item < clusters.length; item++)
    for (let k = times[clusters[item]!]!; k > 0; k--) items.push(item);
  return items;
}
