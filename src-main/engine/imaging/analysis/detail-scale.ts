import type { Plane } from './plane';

/**
 * Dominant size of detail as a share of the longer side, 0..1: where the picture's contrast lives among sizes of
 * 1, 2, 4 ... pixels. The contrast of one size is the variance that is lost when 2 x 2 pixels become one, which is
 * the energy of a Haar wavelet's band (Mallat, A theory for multiresolution signal decomposition, 1989, section
 * III). The answer is the geometric mean of the sizes weighted by that energy, so that a checkerboard of
 * cells 8 pixels wide answers 8. A flat picture answers 1: one single shape.
 */
export function detailScale(lightness: Plane): number {
  const longer = Math.max(lightness.width, lightness.height);
  let level = lightness;
  let variance = varianceOf(level.data);
  const whole = variance;
  let [energy, moment] = [0, 0];
  for (let octave = 0; level.width > 1 || level.height > 1; octave++) {
    level = halve(level);
    const rest = varianceOf(level.data);
    const lost = Math.max(0, variance - rest);
    energy += lost;
    moment += lost * octave;
    variance = rest;
  }
  return whole < 1e-9 || energy <= 0 ? 1 : Math.min(1, 2 ** (moment / energy) / longer);
}

function varianceOf(data: Float32Array): number {
  let [sum, squares] = [0, 0];
  for (let i = 0; i < data.length; i++) {
    sum += data[i]!;
    squares += data[i]! * data[i]!;
  }
  return squares / data.length - (sum / data.length) ** 2;
}

/** Means of 2 x 2 pixels; an odd last row or column stands for itself. */
function halve({ width, height, data }: Plane): Plane {
  const [halfWidth, halfHeight] = [(width + 1) >> 1, (height + 1) >> 1];
  const half = new Float32Array(halfWidth * halfHeight);
  for (let y = 0; y < halfHeight; y++) {
    const top = 2 * y * width;
    const bottom = Math.min(2 * y + 1, height - 1) * width;
    for (let x = 0; x < halfWidth; x++) {
      const left = 2 * x;
      const right = Math.min(left + 1, width - 1);
      half[y * halfWidth + x] =
        (data[top + left]! + data[top + right]! + data[bottom + left]! + data[bottom + right]!) / 4;
    }
  }
  return { width: halfWidth, height: halfHeight, data: half };
}
