/** Screens are wider than high, and a layout's axes mean nothing by themselves: the map is this much wider than laid out. */
export const STRETCH = 1.4;

/** The same layout, wider. @param positions x, y pairs */
export function stretched(positions: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  return positions.map((value, i) => (i % 2 === 0 ? value * STRETCH : value));
}
