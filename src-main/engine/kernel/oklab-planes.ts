import type { RgbImage } from './rgb-image';
import { srgbToLinear } from './oklab';

/** One OKLab value a pixel in three planes, row-major. */
export interface OklabPlanes {
  width: number;
  height: number;
  l: Float32Array;
  a: Float32Array;
  b: Float32Array;
}

const LINEAR = Float64Array.from({ length: 256 }, (_, value) => srgbToLinear(value / 255));

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/**
 * Cube root of a number in 0..1 to about 1e-6, several times as fast as `Math.cbrt`: a third of the exponent as
 * the first guess (Turkowski, Computing the Cube Root, 1998, section 'floating-point'), then Halley's rule twice.
 */
function fastCubeRoot(x: number): number {
  if (x <= 0) return 0;
  float[0] = x;
  bits[0] = ((bits[0]! / 3) | 0) + 709921077;
  let y = float[0]!;
  let cube = y * y * y;
  y *= (cube + 2 * x) / (2 * cube + x);
  cube = y * y * y;
  return (y * (cube + 2 * x)) / (2 * cube + x);
}

/** Every pixel to OKLab; the matrices as in `oklab.ts`. */
export function oklabPlanes({ width, height, data }: RgbImage): OklabPlanes {
  const pixels = width * height;
  const l = new Float32Array(pixels);
  const a = new Float32Array(pixels);
  const b = new Float32Array(pixels);
  for (let i = 0, p = 0; i < pixels; i++, p += 3) {
    const red = LINEAR[data[p]!]!;
    const green = LINEAR[data[p + 1]!]!;
    const blue = LINEAR[data[p + 2]!]!;
    const x = fastCubeRoot(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
    const y = fastCubeRoot(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
    const z = fastCubeRoot(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
    l[i] = 0.2104542553 * x + 0.793617785 * y - 0.0040720468 * z;
    a[i] = 1.9779984951 * x - 2.428592205 * y + 0.4505937099 * z;
    b[i] = 0.0259040371 * x + 0.7827717662 * y - 0.808675766 * z;
  }
  return { width, height, l, a, b };
}
