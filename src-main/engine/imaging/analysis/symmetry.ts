import { dot } from '../../kernel/cosine';
import { selectInPlace } from '../../kernel/select';
import type { SmallPicture } from './small-picture';

/** The axis is sought in the middle part of the width. */
const FROM = 0.3;
/** Squared difference of OKLab that is taken for grain and brushwork, not for form. */
const GRAIN = 0.02 ** 2;
/** Preference for an axis near the middle, per width of distance: decides only between near equals. */
const CENTRING = 0.3;

/**
 * The vertical mirror axis that fits best. The likeness of the halves is Dice's coefficient of the left one and the mirrored
 * right one, `2 sum(l r) / sum(l^2 + r^2)`, taken after each row's own median is removed: a plain sky over a plain field
 * is alike on both sides of any axis, and that says nothing about a tree that stands on one side. Rows without any
 * form of their own count as alike.
 *
 * @returns x 0..1; score 0 (no likeness) .. 1 (mirrored)
 */
export function symmetryAxis(picture: SmallPicture): { x: number; score: number } {
  const { width, height } = picture.l;
  const planes = [
    withoutRowMedians(picture.l.data, width, 1),
    withoutRowMedians(picture.a.data, width, 2),
    withoutRowMedians(picture.b.data, width, 2),
  ];
  const squares = planes.reduce((sum, plane) => sum + dot(plane, plane), 0);
  let best = { x: 0.5, score: 0 };
  let highest = -1;
  // Twice the axis in pixels, so that it may lie between two columns.
  const first = Math.max(1, Math.ceil(2 * FROM * width));
  for (let twice = first; twice <= 2 * width - first; twice++) {
    const x = twice / (2 * width);
    const score = likeness(planes, squares, width, height, twice);
    const rank = score - CENTRING * Math.abs(x - 0.5);
    if (rank > highest + 1e-9) [best, highest] = [{ x, score }, rank];
  }
  return best;
}

function withoutRowMedians(data: Float32Array, width: number, scale: number): Float32Array {
  const rest = new Float32Array(data.length);
  const scratch = new Float32Array(width);
  for (let row = 0; row < data.length; row += width) {
    scratch.set(data.subarray(row, row + width));
    const upper = selectInPlace(scratch, width >> 1);
    const median = width % 2 === 1 ? upper : (upper + selectInPlace(scratch, (width >> 1) - 1)) / 2;
    for (let i = row; i < row + width; i++) rest[i] = scale * (data[i]! - median);
  }
  return rest;
}

/** Compares column `twice - 1 - x` with column x; forms whose mirror image would lie outside have no likeness. */
function likeness(
  planes: readonly Float32Array[],
  squares: number,
  width: number,
  height: number,
  twice: number,
): number {
  const from = Math.max(0, twice - width);
  const to = Math.floor(twice / 2);
  let products = 0;
  for (const plane of planes)
    for (let y = 0; y < height; y++) {
      let q = y * width + twice - 1 - from;
      for (let p = y * width + from, end = y * width + to; p < end; p++, q--)
        products += plane[p]! * plane[q]!;
    }
  // A column on the axis is its own mirror image.
  if (twice % 2 === 1)
    for (const plane of planes)
      for (let i = to; i < plane.length; i += width) products += (plane[i]! * plane[i]!) / 2;
  const grain = GRAIN * width * height;
  return Math.min(1, Math.max(0, (2 * products + grain) / (squares + grain)));
}
