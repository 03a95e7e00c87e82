import type { Swatch } from '../../../contract';
import { kMeans } from '../../kernel/k-means';
import { hexOf, oklabToSrgb, type Oklab } from '../../kernel/oklab';
import { addAccents } from './accents';
import { colourName } from './colour-names';
import type { ColourHistogram } from './colour-histogram';
import { isAccent, meanColour, spanOf, type Pot } from './pot';

/** Clusters sought; merging and accents make 5 to 8 colours of them, fewer where a picture has fewer. */
const CLUSTERS = 6;
const MOST = 8;
/** Power of the areas in clustering: 1 counts pixels, 0 counts colours. */
const CROWDING = 0.7;
/**
 * Pots nearer than this are one colour to a painter. Tuned on the sample works: at 0.05 a clear sky still made three
 * blues, at 0.1 the greens of a meadow became one.
 */
const SAME = 0.07;
/** Dull colours of less area than this join their neighbour. */
const LEAST_SHARE = 0.012;

/**
 * The colours of a picture as a painter would mix them: weighted k-means over the histogram in OKLab, near ones
 * merged, small vivid ones kept as accents.
 *
 * @returns 1 to 8 swatches, largest share first, shares summing to 1
 */
export function readPalette(histogram: ColourHistogram): Swatch[] {
  const mean = meanColour(histogram);
  const mixed = mergeNear(cluster(histogram));
  const pots = dropCrumbs(addAccents(mixed, histogram, MOST, mean), mean);
  const total = pots.reduce((sum, { share }) => sum + share, 0);
  return pots
    .sort((a, b) => b.share - a.share)
    .map(({ lab, share }) => ({
      hex: hexOf(oklabToSrgb(...lab)),
      lab,
      share: share / total,
      accent: isAccent({ lab, share: share / total }, mean),
      name: colourName(lab),
    }));
}

/**
 * K-means where a and b count twice, as in {@link spanOf}. Large areas are held back by a power, or a wide sky would take
 * most of the clusters; the resulting shares and colours are those of the true areas.
 */
function cluster({ colours, shares }: ColourHistogram): Pot[] {
  const points = Float32Array.from(colours, (value, i) => (i % 3 === 0 ? value : 2 * value));
  const { assignments, centroids } = kMeans({
    points,
    dim: 3,
    k: CLUSTERS,
    weights: shares.map((share) => share ** CROWDING),
    seed: 7,
    restarts: 2,
    rounds: 24,
  });
  const pots = Array.from({ length: centroids.length / 3 }, (): Pot => ({
    lab: [0, 0, 0],
    share: 0,
  }));
  assignments.forEach((c, i) => {
    const pot = pots[c]!;
    pot.share += shares[i]!;
    for (let d = 0; d < 3; d++) pot.lab[d]! += shares[i]! * colours[3 * i + d]!;
  });
  return pots
    .filter(({ share }) => share > 0)
    .map(({ lab, share }) => ({ lab: lab.map((sum) => sum / share) as Oklab, share }));
}

/** Stirs the two nearest pots together until all are clearly different. */
function mergeNear(pots: Pot[]): Pot[] {
  for (;;) {
    let pair: [Pot, Pot] | undefined;
    let least = SAME;
    pots.forEach((p, i) => {
      for (const q of pots.slice(i + 1)) {
        const span = spanOf(p.lab, q.lab);
        if (span < least) [pair, least] = [[p, q], span];
      }
    });
    if (!pair) return pots;
    const [p, q] = pair;
    pots = [...pots.filter((pot) => pot !== p && pot !== q), stir(p, q)];
  }
}

function stir(p: Pot, q: Pot): Pot {
  const share = p.share + q.share;
  const lab = p.lab.map((value, d) => (value * p.share + q.lab[d]! * q.share) / share) as Oklab;
  return { lab, share };
}

/** Gives the area of tiny dull pots to the nearest, whose colour stays. */
function dropCrumbs(pots: readonly Pot[], mean: Readonly<Oklab>): Pot[] {
  const kept = pots
    .filter((pot) => pot.share >= LEAST_SHARE || isAccent(pot, mean))
    .map((pot) => ({ ...pot }));
  for (const crumb of pots.filter((pot) => pot.share < LEAST_SHARE && !isAccent(pot, mean))) {
    const home = kept.reduce((a, b) =>
      spanOf(b.lab, crumb.lab) < spanOf(a.lab, crumb.lab) ? b : a,
    );
    home.share += crumb.share;
  }
  return kept;
}
