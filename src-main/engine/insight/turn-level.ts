/**
 * Turns a layout about its middle so that it is widest from left to right: a layout's own direction means nothing, and
 * screens and pages are wider than high. The angle of the longest axis is that of the covariance ellipse, half of
 * atan2(2 cov(x, y), var(x) - var(y)) (Jolliffe, 'Principal Component Analysis', 2nd ed., 2002, for two dimensions).
 * In place; distances stay as they are.
 *
 * @param positions x, y pairs
 */
export function turnLevel(positions: Float32Array): void {
  const count = positions.length / 2;
  if (count < 2) return;
  const [meanX, meanY] = [mean(positions, 0), mean(positions, 1)];
  let [xx, xy, yy] = [0, 0, 0];
  for (let i = 0; i < positions.length; i += 2) {
    const [dx, dy] = [positions[i]! - meanX, positions[i + 1]! - meanY];
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  }
  const angle = Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (let i = 0; i < positions.length; i += 2) {
    const [dx, dy] = [positions[i]! - meanX, positions[i + 1]! - meanY];
    positions[i] = meanX + dx * cos + dy * sin;
    positions[i + 1] = meanY + dy * cos - dx * sin;
  }
}

function mean(positions: Float32Array, axis: 0 | 1): number {
  let sum = 0;
  for (let i = axis; i < positions.length; i += 2) sum += positions[i]!;
  return sum / (positions.length / 2);
}
