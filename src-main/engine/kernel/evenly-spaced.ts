/** At most `most` of the numbers 0..count-1, evenly spaced and ascending; all of them when they are fewer. */
export function evenlySpaced(count: number, most: number): Uint32Array {
  const taken = Math.min(count, most);
  return Uint32Array.from({ length: taken }, (_, i) => Math.floor((i * count) / taken));
}
