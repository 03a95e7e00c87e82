import type { RgbImage } from '../kernel/rgb-image';
import type { Pixels } from './decode-pixels';

export interface Flattened {
  image: RgbImage;
  /** Whether anything shines through. */
  transparent: boolean;
}

const WHITE = 255;
/** OKLab lightness 0.57: the neutral surround that the interface shows works on. */
const MID_GREY = 119;
/** Mean luma of the visible parts from which white paper would swallow them. */
const LIGHT_LUMA = 200;
/** Above this mean opacity only the smoothed rim of a drawing shines through. */
const OPAQUE_SHARE = 0.995;

/** Lays a picture with alpha on a ground: white paper, or mid grey under drawings that are light themselves. */
export function flatten({ width, height, channels, data }: Pixels): Flattened {
  if (channels === 3) return { image: { width, height, data }, transparent: false };
  const { luma, transparent } = lookAtAlpha(data);
  const ground = luma > LIGHT_LUMA && transparent ? MID_GREY : WHITE;
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
    const alpha = data[from + 3]! / 255;
    const under = ground * (1 - alpha) + 0.5;
    rgb[to] = data[from]! * alpha + under;
    rgb[to + 1] = data[from + 1]! * alpha + under;
    rgb[to + 2] = data[from + 2]! * alpha + under;
  }
  return { image: { width, height, data: rgb }, transparent };
}

/** Mean luma (ITU-R BT.601) of what is visible, 0..255, and whether the ground would show. */
function lookAtAlpha(rgba: Uint8Array): { luma: number; transparent: boolean } {
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba[i + 3]!;
    sum += alpha * (0.299 * rgba[i]! + 0.587 * rgba[i + 1]! + 0.114 * rgba[i + 2]!);
    weight += alpha;
  }
  const transparent = weight < (rgba.length / 4) * 255 * OPAQUE_SHARE;
  return { luma: weight === 0 ? 0 : sum / weight, transparent };
}
