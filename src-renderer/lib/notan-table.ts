const STEPS = 256;
const TONES = { dark: 0.1, middle: 0.5, light: 0.96 };

/**
 * OKLab lightness of a neutral as an sRGB-encoded value, both 0..1: for greys L is the cube root of linear
 * luminance (Ottosson 2020), and sRGB encodes that luminance (IEC 61966-2-1).
 */
export function lightnessToEncoded(lightness: number): number {
  const linear = lightness ** 3;
  return linear <= 0.0031308 ? 12.92 * linear : 1.055 * linear ** (1 / 2.4) - 0.055;
}

/**
 * The `tableValues` of an SVG `feFuncX` of type `discrete` that draws a picture in three values.
 * @param bounds upper bounds of dark and middle, OKLab lightness 0..1
 */
export function notanTable(bounds: readonly [number, number]): string {
  const [dark, middle] = bounds.map(lightnessToEncoded) as [number, number];
  const toneAt = (step: number): number => {
    const encoded = (step + 0.5) / STEPS;
    if (encoded < dark) return TONES.dark;
    return encoded < middle ? TONES.middle : TONES.light;
  };
  return Array.from({ length: STEPS }, (_, step) => toneAt(step)).join(' ');
}
