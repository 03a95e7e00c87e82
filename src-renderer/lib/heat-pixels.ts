/** Anchors of the scale from cold to hot: red, green, blue 0..255 and opacity 0..1. */
const SCALE = [
  [20, 11, 53, 0.35],
  [87, 16, 110, 0.5],
  [188, 55, 84, 0.6],
  [249, 142, 9, 0.65],
  [252, 255, 164, 0.7],
] as const;

/**
 * Colours of a heat map, after the inferno scale of matplotlib (van der Walt and Smith 2015), which keeps its
 * order for colour-blind eyes and in greyscale.
 * @param cells 0..255 @returns RGBA, four bytes a cell
 */
export function heatPixels(cells: readonly number[]): Uint8ClampedArray<ArrayBuffer> {
  const pixels = new Uint8ClampedArray(cells.length * 4);
  const hottest = Math.max(1, ...cells);
  cells.forEach((cell, at) => pixels.set(colourAt(cell / hottest), at * 4));
  return pixels;
}

function colourAt(heat: number): number[] {
  const place = heat * (SCALE.length - 1);
  const low = Math.min(SCALE.length - 2, Math.floor(place));
  const from = SCALE[low] ?? SCALE[0];
  const to = SCALE[low + 1] ?? from;
  const mix = (channel: 0 | 1 | 2 | 3): number =>
    from[channel] + (to[channel] - from[channel]) * (place - low);
  return [mix(0), mix(1), mix(2), mix(3) * 255];
}
