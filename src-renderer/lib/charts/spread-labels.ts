/**
 * Which of the labels along an axis can be shown without touching: the first always, then each that keeps its distance
 * from the last one shown, and the last one rather than its neighbour.
 *
 * @param xs places in px, ascending @returns whether each is shown
 */
export function spreadLabels(xs: readonly number[], apart: number): boolean[] {
  const shown = xs.map(() => false);
  let before = -Infinity;
  xs.forEach((x, at) => {
    if (x - before < apart) return;
    shown[at] = true;
    before = x;
  });
  const last = xs.length - 1;
  if (last > 0 && !shown[last]) {
    const neighbour = shown.lastIndexOf(true);
    if (neighbour > 0) shown[neighbour] = false;
    shown[last] = neighbour > 0 || (xs[last] ?? 0) - (xs[0] ?? 0) >= apart;
  }
  return shown;
}
