export interface CurvePoint {
  x: number;
  y: number;
}

/**
 * A smooth curve through points from left to right as an SVG path without its first move: between two points a
 * cubic Bezier whose handles are level, so that it never overshoots them.
 */
export function smoothCurve(points: readonly CurvePoint[]): string {
  return points
    .slice(1)
    .map((to, i) => {
      const from = points[i] ?? to;
      const middle = (from.x + to.x) / 2;
      return `C${at(middle, from.y)} ${at(middle, to.y)} ${at(to.x, to.y)}`;
    })
    .join('');
}

/** A closed area between an upper and a lower edge, both from left to right. */
export function smoothArea(upper: readonly CurvePoint[], lower: readonly CurvePoint[]): string {
  const back = lower.toReversed();
  const [start, turn] = [upper[0], back[0]];
  if (!start || !turn) return '';
  return `M${at(start.x, start.y)}${smoothCurve(upper)}L${at(turn.x, turn.y)}${smoothCurve(back)}Z`;
}

function at(x: number, y: number): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}
