/** One number a pixel, row-major. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

/** Size with the same proportions whose longer side is `side`; neither side less than 1. */
export function fitWithin(width: number, height: number, side: number): [number, number] {
  const scale = side / Math.max(width, height);
  return [Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale))];
}

/**
 * Source pixels that make up each target pixel: `starts[i]` up to, not including, `ends[i]`. Those at a seam count on both
 * sides, so that a mirrored picture stays mirrored.
 */
function spans(from: number, to: number): { starts: Int32Array; ends: Int32Array } {
  return {
    starts: Int32Array.from({ length: to }, (_, i) => Math.floor((i * from) / to)),
    ends: Int32Array.from({ length: to }, (_, i) => Math.ceil(((i + 1) * from) / to)),
  };
}

/** Resizes by the mean of the source pixels under each target pixel; enlarging repeats them. */
export function resample(plane: Plane, width: number, height: number): Plane {
  const columns = spans(plane.width, width);
  const rows = spans(plane.height, height);
  const data = new Float32Array(width * height);
  const strip = new Float64Array(plane.width);
  for (let y = 0; y < height; y++) {
    strip.fill(0);
    for (let row = rows.starts[y]!; row < rows.ends[y]!; row++)
      for (let x = 0, p = row * plane.width; x < plane.width; x++, p++) strip[x]! += plane.data[p]!;
    const deep = rows.ends[y]! - rows.starts[y]!;
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let column = columns.starts[x]!; column < columns.ends[x]!; column++)
        sum += strip[column]!;
      data[y * width + x] = sum / (deep * (columns.ends[x]! - columns.starts[x]!));
    }
  }
  return { width, height, data };
}
