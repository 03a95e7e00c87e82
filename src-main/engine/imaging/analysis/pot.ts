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
export const ACCENT_AREA = 0.06;
/** An accent is at least this vivid: a terracotta has 0.12, a clear vermilion 0.2, a sage 0.05. */
export const ACCENT_CHROMA = 0.1;
/** An accent is this much more vivid than the whole picture, on average. */
const ACCENT_LEAD = 0.045;

/**
 * Small in area but vivid.
 *
 * @param chroma mean chroma of the whole picture
 */
export function isAccent({ lab, share }: Pot, chroma: number): boolean {
  const own = chromaOf(lab);
  return share < ACCENT_AREA && own >= ACCENT_CHROMA && own >= chroma + ACCENT_LEAD;
}

export function meanChroma({ colours, shares }: ColourHistogram): number {
  let sum = 0;
  for (let i = 0; i < shares.length; i++)
    sum += shares[i]! * Math.hypot(colours[3 * i + 1]!, colours[3 * i + 2]!);
  return sum;
}
