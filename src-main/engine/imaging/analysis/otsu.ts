/**
 * The two cuts that part a histogram into three classes of the greatest variance between their means: Otsu, A
 * threshold selection method from gray-level histograms, 1979, section V (multithresholding).
 *
 * @param histogram counts or shares of equally wide bins
 * @returns number of bins in the first class, and in the first two; null where fewer than three bins are filled
 */
export function otsuThree(histogram: ArrayLike<number>): [number, number] | null {
  const bins = histogram.length;
  const mass = new Float64Array(bins + 1);
  const moment = new Float64Array(bins + 1);
  let filled = 0;
  for (let i = 0; i < bins; i++) {
    mass[i + 1] = mass[i]! + histogram[i]!;
    moment[i + 1] = moment[i]! + i * histogram[i]!;
    if (histogram[i]! > 0) filled++;
  }
  if (filled < 3) return null;
  const part = (from: number, to: number): number => {
    const weight = mass[to]! - mass[from]!;
    return weight > 0 ? (moment[to]! - moment[from]!) ** 2 / weight : 0;
  };
  let best: [number, number] = [1, 2];
  let most = -1;
  for (let first = 1; first < bins - 1; first++)
    for (let second = first + 1; second < bins; second++) {
      const between = part(0, first) + part(first, second) + part(second, bins);
      if (between > most) [best, most] = [[first, second], between];
    }
  return [middleOfGap(histogram, best[0]), middleOfGap(histogram, best[1])];
}

/** Cuts anywhere in a run of empty bins part the same classes: the middle of the run is the fairest. */
function middleOfGap(histogram: ArrayLike<number>, cut: number): number {
  let end = cut;
  while (end < histogram.length - 1 && histogram[end] === 0) end++;
  return Math.floor((cut + end) / 2);
}
