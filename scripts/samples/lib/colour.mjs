/** @typedef {[number, number, number]} Rgb sRGB, gamma-encoded, 0 to 1 */

/** @param {string} text '#rrggbb' @returns {Rgb} */
export function hex(text) {
  const value = Number.parseInt(text.slice(1), 16);
  return [(value >> 16) / 255, ((value >> 8) & 255) / 255, (value & 255) / 255];
}

/** @param {string} text '#rrggbb' separated by blanks @returns {Rgb[]} */
export function palette(text) {
  return text.split(' ').map((word) => hex(`#${word}`));
}

/** @param {number} v @param {number} [low] @param {number} [high] */
export function clamp(v, low = 0, high = 1) {
  return v < low ? low : v > high ? high : v;
}

/** @param {number} low @param {number} high @param {number} v @returns {number} 0 to 1 */
export function smoothstep(low, high, v) {
  const t = clamp((v - low) / (high - low));
  return t * t * (3 - 2 * t);
}

/** @param {number} v */
export const toLinear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
/** @param {number} v */
export const toGamma = (v) => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

/**
 * sRGB to OKLab (Björn Ottosson, 2020).
 *
 * @param {Rgb} colour @returns {[number, number, number]} L 0 to 1, a, b
 */
export function toOklab([red, green, blue]) {
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** @param {readonly number[]} lab @returns {Rgb} clipped to sRGB */
export function fromOklab([L, a, b]) {
  const l = (L + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (L - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (L - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    toGamma(clamp(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s)),
    toGamma(clamp(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s)),
    toGamma(clamp(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s)),
  ];
}

/** A mixture by eye, in OKLab. @param {Rgb} from @param {Rgb} to @param {number} t @returns {Rgb} */
export function blend(from, to, t) {
  const a = toOklab(from);
  const b = toOklab(to);
  return fromOklab(a.map((v, i) => v + (b[i] - v) * t));
}

/**
 * A smooth ramp through the colours.
 *
 * @param {readonly Rgb[]} colours two or more
 * @param {number} [steps]
 * @returns {(t: number) => Rgb} t from 0 to 1
 */
export function ramp(colours, steps = 256) {
  const table = Array.from({ length: steps }, (_, i) => {
    const place = (i / (steps - 1)) * (colours.length - 1);
    const k = Math.min(colours.length - 2, Math.floor(place));
    return blend(colours[k], colours[k + 1], place - k);
  });
  return (t) => table[Math.round(clamp(t) * (steps - 1))];
}

/**
 * Shifts lightness, chroma (as a factor) and hue (degrees).
 *
 * @param {Rgb} colour @param {{ light?: number, chroma?: number, hue?: number }} change @returns {Rgb}
 */
export function adjust(colour, { light = 0, chroma = 1, hue = 0 }) {
  const [L, a, b] = toOklab(colour);
  const turn = (hue * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn) * chroma, Math.sin(turn) * chroma];
  return fromOklab([clamp(L + light), a * cos - b * sin, a * sin + b * cos]);
}
