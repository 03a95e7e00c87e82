import type { Harmony } from '../../../contract';
import type { ColourHistogram } from './colour-histogram';
import { fromPaintersWheel, toPaintersWheel } from './painters-wheel';

type Scheme = Exclude<Harmony['scheme'], 'neutral'>;

interface Template {
  scheme: Scheme;
  /** Middles of its sectors, degrees from the first. */
  arms: readonly number[];
  /** Half the width of a sector, degrees. */
  half: number;
  /** What a simpler scheme may fit worse and still be the answer. */
  price: number;
}

/**
 * Cohen-Or et al.'s i, V and I, and the classical three- and four-part schemes in the same manner. Theirs are
 * 18 degrees wide; painted hues scatter more, so single sectors are widened to 30.
 */
const TEMPLATES: readonly Template[] = [
  { scheme: 'monochrome', arms: [0], half: 15, price: 0 },
  { scheme: 'analogous', arms: [0], half: 46, price: 0.08 },
  { scheme: 'complementary', arms: [0, 180], half: 18, price: 0.08 },
  { scheme: 'split-complementary', arms: [0, 150, 210], half: 14, price: 0.2 },
  { scheme: 'triadic', arms: [0, 120, 240], half: 15, price: 0.16 },
  { scheme: 'tetradic', arms: [0, 90, 180, 270], half: 14, price: 0.22 },
];

const BINS = 72;
const BIN = 360 / BINS;
/** Hues this far outside a sector don't fit at all. */
const FADE = 30;
/** An arm that holds less of the colour isn't seen as a part of the scheme. */
const LEAST_ARM = 0.06;
/** Chroma from where a hue begins to be seen, and where it counts fully. */
const GREY = 0.02;
const SEEN = 0.05;
/** Mean chroma below which a picture is neutral: ink, graphite, washed-out photographs. */
const NEUTRAL = 0.018;

/** `fit[t][d]`: how well a hue d bins from the first arm fits template t, 0..1. */
const FITS = TEMPLATES.map(({ arms, half }) =>
  Float64Array.from({ length: BINS }, (_, d) => {
    const away = Math.min(...arms.map((arm) => circular(d * BIN, arm)));
    return 1 - Math.min(1, Math.max(0, away - half) / FADE);
  }),
);

/**
 * Which classical scheme the hues of a picture follow: each template is turned around the painters' circle to where the
 * hues, weighted by chroma and area, lie in its sectors best, after Cohen-Or, Sorkine, Gal, Leyvand & Xu, Color
 * Harmonization, SIGGRAPH 2006, sections 3-4. Of several the simplest is taken unless a richer one fits clearly better
 * and every one of its arms is there.
 *
 * @returns `hue` is the OKLab hue of the template's first arm, so that it can be shown as that colour
 */
export function readHarmony(histogram: ColourHistogram): Harmony {
  const { hues, chroma } = hueHistogram(histogram);
  if (chroma < NEUTRAL) return { scheme: 'neutral', fit: 1 - chroma / NEUTRAL / 2, hue: 0 };
  let best = turn(hues, 0);
  let highest = best.fit - TEMPLATES[0]!.price;
  for (let t = 1; t < TEMPLATES.length; t++) {
    const candidate = turn(hues, t);
    if (!armsPresent(hues, TEMPLATES[t]!, candidate.rotation)) continue;
    const score = candidate.fit - TEMPLATES[t]!.price;
    if (score > highest) [best, highest] = [candidate, score];
  }
  return { scheme: best.scheme, fit: best.fit, hue: fromPaintersWheel(best.rotation) };
}

interface Turned {
  scheme: Scheme;
  fit: number;
  rotation: number;
}

/** The rotation in which a template fits best. */
function turn(hues: Float64Array, t: number): Turned {
  const table = FITS[t]!;
  let [rotation, fit] = [0, -1];
  for (let r = 0; r < BINS; r++) {
    let sum = 0;
    for (let i = 0; i < BINS; i++) sum += hues[i]! * table[(i - r + BINS) % BINS]!;
    // Of equally good rotations the one whose first arm holds more colour leads.
    if (sum > fit + 1e-9) [rotation, fit] = [r, sum];
  }
  return { scheme: TEMPLATES[t]!.scheme, fit: Math.min(1, fit), rotation: rotation * BIN };
}

function armsPresent(hues: Float64Array, { arms, half }: Template, rotation: number): boolean {
  return arms.every((arm) => {
    let share = 0;
    for (let i = 0; i < BINS; i++)
      if (circular(i * BIN, rotation + arm) <= half + FADE / 2) share += hues[i]!;
    return share >= LEAST_ARM;
  });
}

/** Hues on the painters' circle weighted by area and chroma, summing to 1, and the picture's mean chroma. */
function hueHistogram({ colours, shares }: ColourHistogram): {
  hues: Float64Array;
  chroma: number;
} {
  const hues = new Float64Array(BINS);
  let [chroma, total] = [0, 0];
  for (let i = 0; i < shares.length; i++) {
    const [a, b] = [colours[3 * i + 1]!, colours[3 * i + 2]!];
    const own = Math.hypot(a, b);
    chroma += shares[i]! * own;
    const weight = shares[i]! * own * Math.min(1, Math.max(0, (own - GREY) / (SEEN - GREY)));
    if (weight <= 0) continue;
    const place = toPaintersWheel(((Math.atan2(b, a) * 180) / Math.PI + 360) % 360) / BIN;
    const bin = Math.floor(place);
    // Shared between two bins, so that a hue at the edge of one doesn't jump.
    hues[bin % BINS]! += weight * (1 - (place - bin));
    hues[(bin + 1) % BINS]! += weight * (place - bin);
    total += weight;
  }
  if (total > 0) for (let i = 0; i < BINS; i++) hues[i]! /= total;
  return { hues, chroma: total > 0 ? chroma : 0 };
}

/** Degrees between two directions, 0..180. */
function circular(p: number, q: number): number {
  const difference = Math.abs(p - q) % 360;
  return Math.min(difference, 360 - difference);
}
