import { AXES } from '../../../contract';
import { axisScaleOf, axisSimilarity } from '../../kernel/axis-similarity';
import { dotRows, hasVector } from '../../kernel/vector-rows';
import type { WorkTable } from '../../storage/work-table';
import { AXIS_SHARES, type Axis } from '../closeness';

/** One image of a moodboard as the model and the eye measured it: unit vectors, empty where not measured. */
export type MoodImage = Readonly<Record<Axis, Float32Array>>;

/** How near a work comes to a moodboard. */
export interface MoodFit {
  /** 0..1. */
  readonly fit: number;
  /** The image it is nearest to, by its place. */
  readonly nearest: number;
}

/**
 * How well works fit a moodboard: half their likeness to the image that they are nearest to, half their mean likeness to all
 * of them. The one lets a moodboard of many moods find works for each, the other keeps to what they have in common.
 *
 * @param images at least one
 * @returns a function of the table's row
 */
export function moodFit(table: WorkTable, images: readonly MoodImage[]): (row: number) => MoodFit {
  const likenesses = images.map((image) => likenessTo(table, image));
  return (row) => {
    let nearest = 0;
    let most = -1;
    let sum = 0;
    likenesses.forEach((likeness, i) => {
      const value = likeness(row);
      sum += value;
      if (value > most) [nearest, most] = [i, value];
    });
    return { fit: (most + sum / images.length) / 2, nearest };
  };
}

/** Likeness to one image over the axes on which it is measured, in the scale of the library, 0..1. */
function likenessTo(table: WorkTable, image: MoodImage): (row: number) => number {
  const axes = AXES.filter((axis) => isMeasured(table, image, axis));
  const total = axes.reduce((sum, axis) => sum + AXIS_SHARES[axis], 0);
  return (row) =>
    axes.reduce((sum, axis) => {
      const { data, dim } = table[axis];
      const cosine = dotRows(image[axis], 0, data, row, dim);
      const share = AXIS_SHARES[axis] / total;
      return sum + share * axisSimilarity(cosine, axisScaleOf(table[axis]));
    }, 0);
}

function isMeasured(table: WorkTable, image: MoodImage, axis: Axis): boolean {
  const { dim } = table[axis];
  return dim > 0 && image[axis].length === dim && hasVector(image[axis], dim, 0);
}
