import { quantile } from '../kernel/statistics';
import { relaxOverlaps } from '../kernel/relax-overlaps';

const EDGE = 0.01;
const MARGIN = 0.94;
const FILL = 0.55;
const MOST_DRAWN_OUT = 1.5;

/**
 * Brings a layout into -1..1 both ways: the middle 98 % fill the square as far as the shorter way need not be drawn out by
 * more than half for it (neither axis of a map means anything by itself), strays beyond are drawn to its rim, and points that lie upon one another are pushed apart. In place.
 *
 * @param positions x, y pairs
 */
export function fitToSquare(positions: Float32Array): void {
  const count = positions.length / 2;
  if (count === 0) return;
  const spans = [0, 1].map((axis) => {
    const values = Float32Array.from({ length: count }, (_, i) => positions[2 * i + axis]!);
    return [quantile(values, EDGE), quantile(values, 1 - EDGE)] as const;
  });
  const halves = spans.map(([low, high]) => Math.max((high - low) / 2, 1e-9));
  const longer = Math.max(...halves);
  const scales = halves.map((half) => MARGIN * Math.min(1 / half, MOST_DRAWN_OUT / longer));
  const middle = spans.map(([low, high]) => (low + high) / 2);
  for (let i = 0; i < positions.length; i++)
    positions[i] = toRim((positions[i]! - middle[i % 2]!) * scales[i % 2]!);
  relaxOverlaps(positions, { gap: (2 * FILL) / Math.sqrt(count) / 2 });
  for (let i = 0; i < positions.length; i++)
    positions[i] = Math.min(1, Math.max(-1, positions[i]!));
}

/** Identity inside the margin; beyond it values approach 1 without reaching it. */
function toRim(value: number): number {
  const beyond = Math.abs(value) - MARGIN;
  if (beyond <= 0) return value;
  return Math.sign(value) * (MARGIN + (1 - MARGIN) * Math.tanh(beyond));
}
