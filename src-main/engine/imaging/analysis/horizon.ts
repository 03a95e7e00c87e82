import type { Plane } from './plane';
import type { SmallPicture } from './small-picture';

/** Bands compared above and below, and half the gap between them in which hills and waves may lie, of the height. */
const BAND = 0.07;
const GAP = 0.02;
/** A horizon keeps this distance from either border. */
const BORDER = 0.15;
/** Strength from which a horizon is believed. */
const BELIEVED = 0.4;
/** OKLab step between the bands at which it couldn't be clearer. */
const CLEAR = 0.12;
/** Vertical strips in which the step must be seen, but for a few that a tree or a figure may cover. */
const STRIPS = 12;
const HOLDOUTS = 4;

/**
 * The line at which a picture's upper part meets its lower one: the row with the greatest step of colour between a band
 * above and a band below, seen in the same direction in two thirds of twelve vertical strips, and clearer than any other
 * row (stripes and even gradients have many such rows and no horizon). Strength is the product of clearness in those strips,
 * how alike their steps are, and uniqueness, each 0..1. A formula of ours.
 *
 * @returns null where there is none
 */
export function findHorizon(picture: SmallPicture): { y: number; strength: number } | null {
  const { width, height } = picture.l;
  if (width < 4 || height < 12) return null;
  const strips = [stripSums(picture.l, 1), stripSums(picture.a, 2), stripSums(picture.b, 2)];
  const gap = Math.round(GAP * height);
  const steps = stepsByRow(strips, height, gap);
  const peak = steps.indexOf(Math.max(...steps));
  const strength = Math.min(1, steps[peak]! / CLEAR) * uniqueness(steps, peak);
  return strength >= BELIEVED ? { y: seamNear(strips, peak, gap + 1) / height, strength } : null;
}

/** `steps[y]`: the OKLab step from above to below at the upper edge of row y, less where strips disagree. */
function stepsByRow(strips: readonly Float64Array[], height: number, gap: number): Float64Array {
  const band = Math.max(2, Math.round(BAND * height));
  const border = Math.max(gap + band, Math.round(BORDER * height));
  const steps = new Float64Array(height);
  for (let y = border; y <= height - border; y++) steps[y] = stepAt(strips, y, gap, band);
  return steps;
}

/** Running sums down the rows of the mean of each strip, `STRIPS` numbers a row, a row of zeros first. */
function stripSums({ width, height, data }: Plane, scale: number): Float64Array {
  const sums = new Float64Array((height + 1) * STRIPS);
  for (let y = 0; y < height; y++)
    for (let s = 0; s < STRIPS; s++) {
      const from = Math.floor((s * width) / STRIPS);
      const to = Math.max(from + 1, Math.floor(((s + 1) * width) / STRIPS));
      let sum = 0;
      for (let x = from; x < to; x++) sum += data[y * width + x]!;
      sums[(y + 1) * STRIPS + s] = sums[y * STRIPS + s]! + (scale * sum) / (to - from);
    }
  return sums;
}

function stepAt(planes: readonly Float64Array[], y: number, gap: number, band: number): number {
  const differences = planes.map((sums) =>
    Float64Array.from({ length: STRIPS }, (_, s) => {
      const at = (row: number): number => sums[row * STRIPS + s]!;
      return (at(y + gap + band) - at(y + gap) - at(y - gap) + at(y - gap - band)) / band;
    }),
  );
  const means = differences.map((strip) => strip.reduce((sum, value) => sum + value, 0) / STRIPS);
  const mean = Math.hypot(...means) || 1;
  // How far each strip steps in the common direction.
  const along = Float64Array.from({ length: STRIPS }, (_, s) =>
    differences.reduce((sum, strip, d) => sum + (strip[s]! * means[d]!) / mean, 0),
  ).sort();
  const shared = Math.max(0, along[HOLDOUTS]!);
  return shared * Math.min(1, shared / mean);
}

/** 1 where no other row comes near the peak, 0 where another one equals it. */
function uniqueness(steps: Float64Array, peak: number): number {
  const reach = Math.ceil((BAND + 2 * GAP) * steps.length) + 1;
  let second = 0;
  steps.forEach((step, y) => {
    if (Math.abs(y - peak) > reach) second = Math.max(second, step);
  });
  return steps[peak]! > 0 ? 1 - (second / steps[peak]!) ** 2 : 0;
}

/** Where within the gap the step lies: the mean of the seams between rows, weighted by how much changes there. */
function seamNear(strips: readonly Float64Array[], peak: number, reach: number): number {
  let [weight, moment] = [0, 0];
  for (let y = peak - reach; y <= peak + reach; y++) {
    const change = Math.hypot(...strips.map((sums) => rowSum(sums, y) - rowSum(sums, y - 1)));
    weight += change;
    moment += change * y;
  }
  return weight > 0 ? moment / weight : peak;
}

function rowSum(sums: Float64Array, y: number): number {
  let sum = 0;
  for (let s = y * STRIPS; s < (y + 1) * STRIPS; s++) sum += sums[s + STRIPS]! - sums[s]!;
  return sum;
}
