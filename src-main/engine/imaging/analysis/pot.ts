import type { Oklab } from '../../kernel/oklab';
import type { ColourHistogram } from './colour-histogram';

/** A colour and how much of it there is. */
export interface Pot {
  lab: Oklab;
  /** Share of the picture's area, 0..1. */
  share: number;
}

/**
 * How far apart two colours look: Euclidean in OKLab with a and b doubled, because OKLab's own unit gives lightness too
 * much say for surface colours (CSS Color 4 editors' deltaEOK2 doubles them too).
 */
export function spanOf(p: Readonly<Oklab>, q: Readonly<Oklab>): number {
  return Math.sqrt((p[0] - q[0]) ** 2 + 4 * ((p[1] - q[1]) ** 2 + (p[2] - q[2]) ** 2));
}

export function chromaOf([, a, b]: Readonly<Oklab>): number {
  return Math.sqrt(a * a + b * b);
}

/** An accent covers less than this. */
const MOST_AREA = 0.06;
/**
 * A dab of this area is seen, less is a speck of noise: one pixel in 1000, or
 * 7 x 7 of 256 x 192, the size of a seal on a mountain scroll.
 */
const LEAST_AREA = 1 / 1000;
/** An accent is at least this vivid: an old rose has 0.06, a terracotta 0.12, a clear vermilion 0.2. */
export const ACCENT_CHROMA = 0.065;
/**
 * How far an accent's a and b lie from the picture's mean colour, so that it is set off by hue or by chroma: a dull red
 * sun is an accent in a grey mist, but not among oranges. Both tuned on ink paintings with a seal, prints, night
 * pieces and flower photographs.
 */
const ACCENT_LEAD = 0.055;
const LEAD_PER_CHROMA = 0.5;

/**
 * Small in area, vivid, and unlike the rest in colour.
 *
 * @param mean mean colour of the whole picture
 */
export function isAccent({ lab, share }: Pot, mean: Readonly<Oklab>): boolean {
  const lead = Math.hypot(lab[1] - mean[1], lab[2] - mean[2]);
  const small = share >= LEAST_AREA && share < MOST_AREA;
  const apart = lead >= ACCENT_LEAD + LEAD_PER_CHROMA * chromaOf(mean);
  return small && apart && chromaOf(lab) >= ACCENT_CHROMA;
}

export function meanColour({ colours, shares }: ColourHistogram): Oklab {
  const mean: Oklab = [0, 0, 0];
  for (let i = 0; i < shares.length; i++)
    for (let d = 0; d < 3; d++) mean[d]! += shares[i]! * colours[3 * i + d]!;
  return mean;
}
