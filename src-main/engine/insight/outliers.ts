import { TRAIT_IDS, type Portfolio, type TraitId } from '../../contract';
import { evenlySpaced } from '../kernel/evenly-spaced';
import { localOutlierFactors } from '../kernel/local-outlier-factor';
import { principalComponents } from '../kernel/principal-components';
import { remember } from '../kernel/remember';
import { quantile } from '../kernel/statistics';
import { gatherRows, rowAt } from '../kernel/vector-rows';
import type { WorkTable } from '../storage/work-table';
import { styleSpaceOf, type StyleSpace } from './style-space';
import { traitMomentsOf } from './telling-traits';

export type Outlier = Portfolio['outliers'][number];

const FEWEST_WORKS = 8;
const NEIGHBOURS = 8;
const MOST = 12;
/** Robust deviations from the ordinary factor that make an outlier (Iglewicz & Hoaglin 1993 advise 3.5). */
const FAR = 3.5;
/** A library of equal density has factors near 1 however small their spread. */
const LEAST_FACTOR = 1.15;
const PALETTE_WEIGHT = 0.4;
/** In a larger library many directions are enough to hold single works too, and a whole measurement takes too long. */
const WHOLE_UP_TO = 2000;
const COMPONENTS = 48;
const PAIRS = 4_000_000;
const FEWEST_REFERENCES = 300;
const EXPLAINS = 1.5;

/**
 * Works that stand apart from all others in style and colour: local outlier factors, and of these the ones far above the
 * ordinary factor in robust deviations (median and median absolute deviation). `score` is that number of deviations;
 * `trait` the trait in which the work is most extreme, when one is. Remembered.
 *
 * @returns most extreme first, at most 12; none below eight works
 */
export const outliersOf = remember((table: WorkTable): Outlier[] => {
  const { rows, points, dim } = fullSpaceOf(table);
  if (rows.length < FEWEST_WORKS) return [];
  const references = referencesOf(points, dim, rows.length);
  const factors = localOutlierFactors(points, dim, NEIGHBOURS, references);
  const middle = quantile(factors, 0.5);
  const spread =
    quantile(
      factors.map((f) => Math.abs(f - middle)),
      0.5,
    ) / 0.6745;
  return [...factors]
    .map((factor, i) => ({
      row: rows[i]!,
      factor,
      score: (factor - middle) / Math.max(spread, 0.01),
    }))
    .filter(({ factor, score }) => score >= FAR && factor >= LEAST_FACTOR)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ row, score }) => ({ id: table.ids[row]!, score, trait: explanation(table, row) }));
});

/**
 * Whole style vectors with the palette beside them. The few principal components that serve the clusters would not do: they
 * keep what many works share and drop the very directions in which a single work goes its own way.
 */
function fullSpaceOf(table: WorkTable): StyleSpace {
  const { rows } = styleSpaceOf(table);
  const { style, palette } = table;
  const dim = style.dim + palette.dim;
  const points = new Float32Array(rows.length * dim);
  rows.forEach((row, i) => {
    points.set(rowAt(style.data, style.dim, row), i * dim);
    const colours = rowAt(palette.data, palette.dim, row).map((share) => share * PALETTE_WEIGHT);
    points.set(colours, i * dim + style.dim);
  });
  if (rows.length <= WHOLE_UP_TO) return { rows, points, dim };
  const { scores, components } = principalComponents(points, dim, COMPONENTS);
  return { rows, points: scores, dim: components };
}

/** All works, or as many evenly spaced ones as keep the number of pairs affordable. */
function referencesOf(points: Float32Array, dim: number, count: number): Float32Array {
  const affordable = Math.max(FEWEST_REFERENCES, Math.floor(PAIRS / count));
  return affordable >= count ? points : gatherRows(points, dim, evenlySpaced(count, affordable));
}

function explanation(table: WorkTable, row: number): TraitId | null {
  const { data, dim } = table.traits;
  const { mean, deviation } = traitMomentsOf(table);
  let best: TraitId | null = null;
  let highest = EXPLAINS;
  TRAIT_IDS.forEach((id, t) => {
    const z = deviation[t]! > 1e-9 ? Math.abs(data[row * dim + t]! - mean[t]!) / deviation[t]! : 0;
    if (z > highest) [best, highest] = [id, z];
  });
  return best;
}
