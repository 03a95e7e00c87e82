/** OKLab: lightness 0..1, a (green to red) and b (blue to yellow) about -0.4..0.4. */
export type Oklab = [l: number, a: number, b: number];

/** sRGB, 0..255 a channel. */
export type Rgb = [r: number, g: number, b: number];

/** sRGB's transfer curve, IEC 61966-2-1: an encoded 0..1 value to linear light. */
export function srgbToLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

function linearToSrgb(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

/**
 * Linear-light sRGB to OKLab. Björn Ottosson, A perceptual color space for image processing, 2020
 * (https://bottosson.github.io/posts/oklab/), 'Converting from linear sRGB to Oklab', with the matrices
 * of the 2021-01-25 update.
 */
export function linearSrgbToOklab(r: number, g: number, b: number): Oklab {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** @param r 0..255, as are g and b */
export function srgbToOklab(r: number, g: number, b: number): Oklab {
  return linearSrgbToOklab(srgbToLinear(r / 255), srgbToLinear(g / 255), srgbToLinear(b / 255));
}

const toByte = (linear: number): number =>
  Math.round(255 * Math.min(1, Math.max(0, linearToSrgb(linear))));

/** OKLab to whole sRGB bytes; colours outside sRGB are clipped channel by channel. Source as above. */
export function oklabToSrgb(lightness: number, a: number, b: number): Rgb {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toByte(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    toByte(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    toByte(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

/** `#rrggbb`, lower case. */
export function hexOf([r, g, b]: Readonly<Rgb>): string {
  return `#${((1 << 24) | (r << 16) | (g << 8) | b).toString(16).slice(1)}`;
}

/** @throws RangeError when the text isn't `#rrggbb` */
export function parseHex(hex: string): Rgb {
  if (!/^#[0-9a-f]{6}$/i.test(hex)) throw new RangeError(`Expected #rrggbb but received '${hex}'`);
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
