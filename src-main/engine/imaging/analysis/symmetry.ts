import type { SmallPicture } from './small-picture';

/** The axis is sought in the middle part of the width. */
const FROM = 0.3;
/** Squared difference of OKLab that is taken for grain and brushwork, not for form. */
const GRAIN = 0.02 ** 2;
/** Preference for an axis near the middle, per width of distance: decides only between near equals. */
const CENTRING = 0.3;

/**
 * The vertical mirror axis that fits best. The likeness of two halves is `2 sum(l r) / sum(l^2 + r^2)`, Dice's coefficient
 * of the left half and the mirrored right one, taken after each row's own mean is removed: a plain sky over a plain
 * field is alike on both sides of any axis, and that says nothing about a tree that stands on one side. Rows without
 * any form of their own count as alike.
 *
 * @returns x 0..1; score 0 (no likeness) .. 1 (mirrored)
 */
export function symmetryAxis(picture: SmallPicture): { x: number; score: number } {
  const { width, height } = picture.l;
  const planes = [
    withoutRowMeans(picture.l.data, width, 1),
    withoutRowMeans(picture.a.data, width, 2),
    withoutRowMeans(picture.b.data, width, 2),
  ];
  let best = { x: 0.5, score: 0 };
  let highest = -1;
  // Twice the axis in pixels, so that it may lie between two columns.
  const first = Math.max(1, Math.ceil(2 * FROM * width));
  for (let twice = first; twice <= 2 * width - first; twice++) {
    const x = twice / (2 * width);
    const score = likeness(planes, width, height, twice);
    const rank = score - CENTRING * Math.abs(x - 0.5);
    if (rank > highest + 1e-9) [best, highest] = [{ x, score }, rank];
  }
  return best;
}

function withoutRowMeans(data: Float32Array, width: number, scale: number): Float32Array {
  const rest = new Float32Array(data.length);
  for (let row = 0; row < data.length; row += width) {
    let sum = 0;
    for (let i = row; i < row + width; i++) sum += data[i]!;
    for (let i = row; i < row + width; i++) rest[i] = scale * (data[i]! - sum / width);
  }
  return rest;
}

/** Compares column `twice - 1 - x` with column x for all pairs within the picture. */
function likeness(
  planes: readonly Float32Array[],
  width: number,
  height: number,
  twice: number,
): number {
  const from = Math.max(0, twice - width);
  const to = Math.floor(twice / 2);
  let [products, squares, count] = [0, 0, 0];
  for (const plane of planes)
    for (let y = 0; y < height; y++)
      for (
        let x = from, p = y * width + from, q = y * width + twice - 1 - from;
        x < to;
        x++, p++, q--
      ) {
        products += plane[p]! * plane[q]!;
        squares += plane[p]! * plane[p]! + plane[q]! * plane[q]!;
        count++;
      }
  const grain = (GRAIN * count) / planes.length;
  return Math.min(1, Math.max(0, (2 * products + grain) / (squares + grain || 1)));
}
