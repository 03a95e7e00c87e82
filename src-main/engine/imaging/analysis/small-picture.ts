import type { OklabPlanes } from '../../kernel/oklab-planes';
import { fitWithin, resample, type Plane } from './plane';

/** A picture as one sees it with half-closed eyes: enough for what is about masses, cheap to search. */
export interface SmallPicture {
  l: Plane;
  a: Plane;
  b: Plane;
}

const SIDE = 64;

/** At most 64 pixels on the longer side. */
export function smallPicture({ width, height, l, a, b }: OklabPlanes): SmallPicture {
  const side = Math.min(SIDE, Math.max(width, height));
  const [w, h] = fitWithin(width, height, side);
  const shrink = (data: Float32Array): Plane => resample({ width, height, data }, w, h);
  return { l: shrink(l), a: shrink(a), b: shrink(b) };
}
