import type { ColourHistogram } from './colour-histogram';

export interface ColourCharacter {
  /** Mean OKLCH chroma, 0..0.4. */
  saturation: number;
  /** -1 cool .. 1 warm; 0 where there is no colour. */
  temperature: number;
  /** Circular variance of hue weighted by chroma, 0..1; 0 where there is no colour. */
  hueSpread: number;
}

/** The warm pole of OKLab's hue circle, an orange; its opposite is a greenish blue. */
const WARM = (55 * Math.PI) / 180;
/** Chroma that counts as grey: pulls the temperature of nearly colourless pictures to 0. */
const GREY = 0.02;

/**
 * Temperature is the chroma of the mean colour along the axis from greenish blue to orange, over the mean chroma: the
 * painters' division of the circle (Itten, The Art of Color, 1961, 'Cold-warm contrast', sets its poles at
 * red-orange and blue-green). Greens and purples lie near 0. Hue spread: Mardia & Jupp, Directional Statistics,
 * 2000, section 2.3.1, each hue weighted by its chroma.
 */
export function colourCharacter({ colours, shares }: ColourHistogram): ColourCharacter {
  let [chroma, meanA, meanB] = [0, 0, 0];
  for (let i = 0; i < shares.length; i++) {
    const a = colours[3 * i + 1]!;
    const b = colours[3 * i + 2]!;
    chroma += shares[i]! * Math.sqrt(a * a + b * b);
    meanA += shares[i]! * a;
    meanB += shares[i]! * b;
  }
  const warmth = meanA * Math.cos(WARM) + meanB * Math.sin(WARM);
  const resultant = Math.hypot(meanA, meanB) / Math.max(chroma, 1e-9);
  return {
    saturation: chroma,
    temperature: Math.min(1, Math.max(-1, warmth / (chroma + GREY))),
    hueSpread: chroma < GREY / 4 ? 0 : Math.min(1, Math.max(0, 1 - resultant)),
  };
}
