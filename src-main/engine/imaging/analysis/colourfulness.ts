import type { RgbImage } from '../../kernel/rgb-image';

/**
 * How colourful people find a picture, 0 (grey) to about 150: Hasler & Suesstrunk, Measuring colourfulness in natural
 * images, SPIE 5007, 2003, section 7: `sigma + 0.3 mu` of the opponent pair rg = R - G, yb = (R + G) / 2 - B. By
 * their table 33 is 'moderately', 59 'quite' and 109 'extremely' colourful.
 */
export function colourfulness({ width, height, data }: RgbImage): number {
  const pixels = width * height;
  let [rg, yb, rgSquares, ybSquares] = [0, 0, 0, 0];
  for (let p = 0; p < 3 * pixels; p += 3) {
    const redGreen = data[p]! - data[p + 1]!;
    const yellowBlue = (data[p]! + data[p + 1]!) / 2 - data[p + 2]!;
    rg += redGreen;
    yb += yellowBlue;
    rgSquares += redGreen * redGreen;
    ybSquares += yellowBlue * yellowBlue;
  }
  const [meanRg, meanYb] = [rg / pixels, yb / pixels];
  const variance = (rgSquares + ybSquares) / pixels - meanRg * meanRg - meanYb * meanYb;
  return Math.sqrt(Math.max(0, variance)) + 0.3 * Math.hypot(meanRg, meanYb);
}
