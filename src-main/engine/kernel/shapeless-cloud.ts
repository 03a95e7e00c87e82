import { columnMoments } from './column-moments';
import { seededRandom } from './random';

/**
 * As many points as given, drawn from one normal distribution with the same mean and deviation in every column: what the
 * points would be like without any groups. A reference in the sense of Tibshirani, Walther & Hastie, 'Estimating the number
 * of clusters in a data set via the gap statistic', 2001, section 4; give it principal components, whose columns do not
 * correlate.
 */
export function shapelessCloud(points: Float32Array, dim: number): Float32Array {
  const { mean, deviation } = columnMoments(points, dim);
  const random = seededRandom(23);
  return points.map((_, i) => mean[i % dim]! + deviation[i % dim]! * normal(random));
}

/** A standard normal variable: Box & Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
