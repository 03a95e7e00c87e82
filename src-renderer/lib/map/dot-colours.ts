import type { Rgb } from './css-colour';

export type ColourBy = 'group' | 'colour';

interface Works {
  readonly clusters: Uint8Array;
  /** 0xrrggbb */
  readonly colours: Uint32Array;
}

/**
 * Four bytes a work: the colour of its group (groups beyond the scale are grey) or its own leading colour.
 *
 * @param series colours of the groups in order @param rest the grey of all further ones
 */
export function dotColours(
  { clusters, colours }: Works,
  by: ColourBy,
  series: readonly Rgb[],
  rest: Rgb,
): Uint8Array {
  const bytes = new Uint8Array(clusters.length * 4);
  for (let at = 0; at < clusters.length; at++) {
    const own = colours[at]!;
    const rgb =
      by === 'colour' ? [own >> 16, (own >> 8) & 255, own & 255] : (series[clusters[at]!] ?? rest);
    bytes.set(rgb, at * 4);
    bytes[at * 4 + 3] = 255;
  }
  return bytes;
}
