import type { RgbImage } from '../kernel/rgb-image';

/** Sides of the patch over those of a cell: neighbouring patches overlap, so that no border of cells is favoured. */
const PATCH = 2;

export interface OcclusionOptions<T> {
  columns: number;
  rows: number;
  /** Runs the model once. */
  embed: (image: RgbImage) => Promise<T>;
  /** From the model's view of the whole picture, what is to be measured in the views of it covered in part. */
  evidenceOf: (whole: T) => (seen: T) => number;
  /** Called between two runs; what it throws ends the work. */
  between: (done: number) => Promise<void>;
}

export interface Occlusion {
  /** Row-major, 0..1: the fall of the evidence over its farthest fall; zeros where it falls nowhere. */
  values: Float32Array<ArrayBuffer>;
  /** The evidence in the whole picture. */
  whole: number;
  /** The evidence with its most telling cell covered; `whole` where it falls nowhere. */
  lowest: number;
}

/**
 * Occlusion sensitivity: slides a plain patch over the picture and notes where the evidence falls when the model cannot see
 * that part. The patch has the picture's median colour, so that blank paper stays blank. Zeiler & Fergus, Visualizing and Understanding Convolutional Networks, ECCV 2014, section 4.2. Takes
 * `columns * rows + 1` runs of the model, one after the other.
 */
export async function occlusionMap<T>(
  image: RgbImage,
  { columns, rows, embed, evidenceOf, between }: OcclusionOptions<T>,
): Promise<Occlusion> {
  const colour = medianColour(image);
  const seen = await embed(image);
  const evidence = evidenceOf(seen);
  const whole = evidence(seen);
  const falls = new Float32Array(columns * rows);
  for (let cell = 0; cell < falls.length; cell++) {
    await between(cell);
    const column = cell % columns;
    const row = Math.floor(cell / columns);
    const covered = withPatch(image, {
      x: (column + 0.5) / columns,
      y: (row + 0.5) / rows,
      width: PATCH / columns,
      height: PATCH / rows,
      colour,
    });
    falls[cell] = Math.max(0, whole - evidence(await embed(covered)));
  }
  const farthest = falls.reduce((most, fall) => Math.max(most, fall), 0);
  const values = farthest > 0 ? falls.map((fall) => fall / farthest) : falls;
  return { values, whole, lowest: whole - farthest };
}

interface Patch {
  /** Centre and size in shares of the picture's sides. */
  x: number;
  y: number;
  width: number;
  height: number;
  colour: readonly number[];
}

/** A copy in which the patch fades in from its edges: a hard edge would be a trait of its own, most of all on blank paper. */
function withPatch({ width, height, data }: RgbImage, patch: Patch): RgbImage {
  // Not slice(): of a Buffer, as decoders give it, that is the same memory once more.
  const covered = Uint8Array.from(data);
  for (let y = 0; y < height; y++) {
    const down = cover((y + 0.5) / height - patch.y, patch.height);
    if (down === 0) continue;
    for (let x = 0; x < width; x++) {
      const share = down * cover((x + 0.5) / width - patch.x, patch.width);
      for (let c = 0, at = (y * width + x) * 3; share > 0 && c < 3; c++, at++)
        covered[at] = Math.round(data[at]! + share * (patch.colour[c]! - data[at]!));
    }
  }
  return { width, height, data: covered };
}

/** How much of a patch lies over a point: 1 in its inner half, from there falling evenly to 0 at its edge. */
function cover(distance: number, size: number): number {
  return Math.min(1, Math.max(0, 2 - Math.abs(distance) / (size / 4)));
}

/** Channel by channel; of a drawing it is the colour of its paper, which the mean would darken. */
function medianColour({ data }: RgbImage): number[] {
  return [0, 1, 2].map((channel) => {
    const values = Uint8Array.from({ length: data.length / 3 }, (_, i) => data[3 * i + channel]!);
    return values.sort()[values.length >> 1] ?? 0;
  });
}
