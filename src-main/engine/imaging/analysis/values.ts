import type { Values } from '../../../contract';
import { otsuThree } from './otsu';

export interface ValueReading {
  values: Values;
  /** Mean OKLab lightness, 0..1. */
  lightness: number;
  /** 95th minus 5th percentile of lightness, 0..1. */
  contrast: number;
}

const LEVELS = 256;
/** Otsu looks at a coarser histogram: its cost grows with the square of the bins. */
const COARSE = 64;
/** Where the notan view is cut when a picture has fewer than three values. */
const EVEN_CUTS: [number, number] = [1 / 3, 2 / 3];
/**
 * Medians of lightness below and above which a picture is in a low or high key. A middle grey of 18 % reflectance
 * has OKLab lightness 0.57; night pieces lie below 0.42, snow and fog above 0.74.
 */
const LOW_KEY = 0.42;
const HIGH_KEY = 0.74;

/** Light and dark of a picture: key, contrast and the three values of its notan. */
export function readValues(l: Float32Array): ValueReading {
  const histogram = new Uint32Array(LEVELS);
  let sum = 0;
  for (let i = 0; i < l.length; i++) {
    const level = (l[i]! * (LEVELS - 1) + 0.5) | 0;
    histogram[level > LEVELS - 1 ? LEVELS - 1 : level]!++;
    sum += l[i]!;
  }
  const at = (share: number): number => lightnessAt(histogram, share * l.length);
  const median = at(0.5);
  return {
    values: {
      ...notan(histogram, l.length),
      key: median < LOW_KEY ? 'low' : median > HIGH_KEY ? 'high' : 'middle',
    },
    lightness: Math.min(1, Math.max(0, sum / l.length)),
    contrast: at(0.95) - at(0.05),
  };
}

/** Lightness below which about this many pixels lie. */
function lightnessAt(histogram: Uint32Array, pixels: number): number {
  let below = 0;
  for (let level = 0; level < LEVELS; level++) {
    below += histogram[level]!;
    if (below >= pixels) return level / (LEVELS - 1);
  }
  return 1;
}

function notan(histogram: Uint32Array, pixels: number): Pick<Values, 'notan' | 'shares'> {
  const perBin = LEVELS / COARSE;
  const coarse = new Float64Array(COARSE);
  for (let level = 0; level < LEVELS; level++)
    coarse[Math.floor(level / perBin)]! += histogram[level]!;
  const cuts = otsuThree(coarse);
  const bounds = cuts
    ? cuts.map((bins) => bins * perBin)
    : EVEN_CUTS.map((cut) => Math.round(cut * LEVELS));
  const upTo = (bound: number): number =>
    histogram.subarray(0, bound).reduce((total, count) => total + count, 0) / pixels;
  const [dark, darkAndMiddle] = [upTo(bounds[0]!), upTo(bounds[1]!)];
  return {
    // Half a level below the first lightness of the next class.
    notan: [(bounds[0]! - 0.5) / (LEVELS - 1), (bounds[1]! - 0.5) / (LEVELS - 1)],
    shares: [dark, darkAndMiddle - dark, 1 - darkAndMiddle],
  };
}
