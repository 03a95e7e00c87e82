/**
 * Rank correlation of two series, ties sharing their mean rank: Spearman, The proof and measurement of association between
 * two things, 1904.
 *
 * @returns -1..1; 0 where either does not vary
 */
export function rankCorrelation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [x, y] = [meanRanks(a), meanRanks(b)];
  const middle = (x.length - 1) / 2;
  let together = 0;
  let ofX = 0;
  let ofY = 0;
  for (let i = 0; i < x.length; i++) {
    together += (x[i]! - middle) * (y[i]! - middle);
    ofX += (x[i]! - middle) ** 2;
    ofY += (y[i]! - middle) ** 2;
  }
  return ofX > 0 && ofY > 0 ? together / Math.sqrt(ofX * ofY) : 0;
}

/** The place of each value in ascending order, from 0; equal values share the mean of their places. */
export function meanRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from({ length: values.length }, (_, i) => i);
  order.sort((i, j) => values[i]! - values[j]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from;
    while (to + 1 < order.length && values[order[to + 1]!] === values[order[from]!]) to++;
    for (let place = from; place <= to; place++) ranks[order[place]!] = (from + to) / 2;
    from = to + 1;
  }
  return ranks;
}
