import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

export interface RiskPoint {
  /** The surest part of the works, 0..1. */
  readonly coverage: number;
  /** Share of wrong answers among them, 0..1. */
  readonly risk: number;
}

export interface RiskCurve {
  /** SVG path. */
  readonly path: string;
  readonly points: readonly (RiskPoint & { x: number; y: number })[];
  /** Lines to read heights from, at round shares. */
  readonly rules: readonly { y: number; risk: number }[];
}

const STEP = 0.25;

/**
 * Wrong answers over the share of works answered, no wrong ones at the foot. The height ends at the next quarter above
 * the worst share, so that a good model does not look bad.
 */
export function riskCurve(
  points: readonly RiskPoint[],
  room: { width: number; height: number },
): RiskCurve {
  const worst = Math.max(STEP, ...points.map(({ risk }) => risk));
  const top = Math.min(1, Math.ceil(worst / STEP - 1e-9) * STEP);
  const x = scaleLinear([0, 1], [0, room.width]);
  const y = scaleLinear([0, top], [room.height, 0]);
  const placed = points.map((point) => ({ ...point, x: x(point.coverage), y: y(point.risk) }));
  const draw = line<{ x: number; y: number }>()
    .x((point) => point.x)
    .y((point) => point.y);
  const rules = Array.from({ length: Math.round(top / STEP) + 1 }, (_, at) => ({
    risk: at * STEP,
    y: y(at * STEP),
  }));
  return { path: draw(placed) ?? '', points: placed, rules };
}
