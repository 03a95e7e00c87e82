import type { Swatch } from '../../contract';
import { evenlySpaced } from '../kernel/evenly-spaced';
import { kMeans } from '../kernel/k-means';
import { hexOf, oklabToSrgb } from '../kernel/oklab';
import { squaredDistance } from '../kernel/squared-distance';
import type { WorkTable } from '../storage/work-table';

const COLOURS = 7;
const MOST_WORKS = 1500;
const VIVID = 0.1;
const SMALL = 0.06;

/**
 * One palette for many works: k-means in OKLab over all their swatches, each weighing its share. A large group is
 * represented by 1,500 evenly spaced works. Every colour bears the name of the work's swatch nearest to it.
 *
 * @param rows table rows of the works
 * @returns at most `colours` swatches, largest share first; none without works
 */
export function mergedPalette(
  table: WorkTable,
  rows: ArrayLike<number>,
  colours = COLOURS,
): Swatch[] {
  const swatches = [...evenlySpaced(rows.length, MOST_WORKS)].flatMap(
    (i) => table.swatches.at(rows[i]!) ?? [],
  );
  const total = swatches.reduce((sum, swatch) => sum + swatch.share, 0);
  if (total <= 0) return [];
  const points = Float32Array.from(swatches.flatMap(({ lab }) => lab));
  const weights = Float32Array.from(swatches, ({ share }) => share / total);
  const { assignments, centroids } = kMeans({
    points,
    dim: 3,
    k: colours,
    weights,
    seed: 1,
    restarts: 2,
  });
  const shares = new Float64Array(centroids.length / 3);
  assignments.forEach((cluster, i) => (shares[cluster]! += weights[i]!));
  return [...shares]
    .map((share, c) => toSwatch(swatches, points, centroids, c, share))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
}

function toSwatch(
  swatches: readonly Swatch[],
  points: Float32Array,
  centroids: Float32Array,
  c: number,
  share: number,
): Swatch {
  const lab: Swatch['lab'] = [centroids[3 * c]!, centroids[3 * c + 1]!, centroids[3 * c + 2]!];
  let nearest = 0;
  let least = Infinity;
  for (let i = 0; i < swatches.length; i++) {
    const distance = squaredDistance(points, i, centroids, c, 3);
    if (distance < least) [nearest, least] = [i, distance];
  }
  return {
    hex: hexOf(oklabToSrgb(...lab)),
    lab,
    share: Math.min(1, share),
    accent: share < SMALL && Math.hypot(lab[1], lab[2]) > VIVID,
    name: swatches[nearest]!.name,
  };
}
