/** @typedef {import('./raster.mjs').Point} Point */

/**
 * The outline of a line with a width of its own at every place.
 *
 * @param {readonly Point[]} line two points or more
 * @param {number | ((t: number) => number)} width in pixels, t from 0 at the start to 1
 * @returns {Point[]}
 */
export function ribbon(line, width) {
  const at = typeof width === 'number' ? () => width : width;
  /** @type {Point[]} */
  const left = [];
  /** @type {Point[]} */
  const right = [];
  const last = line.length - 1;
  for (let i = 0; i <= last; i++) {
    const [ax, ay] = line[Math.max(0, i - 1)];
    const [bx, by] = line[Math.min(last, i + 1)];
    const length = Math.hypot(bx - ax, by - ay) || 1;
    const half = at(i / last) / 2;
    const [nx, ny] = [(-(by - ay) / length) * half, ((bx - ax) / length) * half];
    const [x, y] = line[i];
    left.push([x + nx, y + ny]);
    right.push([x - nx, y - ny]);
  }
  return [...left, ...right.reverse()];
}

/** @param {number} x @param {number} y @param {number} rx @param {number} [ry] @param {number} [count] @returns {Point[]} */
export function ellipse(x, y, rx, ry = rx, count = Math.max(24, Math.ceil(rx * 0.6))) {
  return Array.from({ length: count }, (_, i) => {
    const angle = (i / count) * 2 * Math.PI;
    return [x + rx * Math.cos(angle), y + ry * Math.sin(angle)];
  });
}

/**
 * A piece of a ring, or of a disc where `inner` is 0; angles in radians, clockwise from the right.
 *
 * @param {number} x @param {number} y @param {number} inner @param {number} outer
 * @param {number} from @param {number} to @returns {Point[]}
 */
export function sector(x, y, inner, outer, from, to) {
  const count = Math.max(6, Math.ceil((Math.abs(to - from) * outer) / 6));
  const arc = (/** @type {number} */ r) =>
    Array.from({ length: count + 1 }, (_, i) => {
      const angle = from + ((to - from) * i) / count;
      return /** @type {Point} */ ([x + r * Math.cos(angle), y + r * Math.sin(angle)]);
    });
  return inner > 0 ? [...arc(outer), ...arc(inner).reverse()] : [...arc(outer), [x, y]];
}

/** @param {number} x @param {number} y @param {number} width @param {number} height @returns {Point[]} */
export function rectangle(x, y, width, height) {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ];
}

/** @param {readonly Point[]} points @param {number} angle radians @param {number} cx @param {number} cy @returns {Point[]} */
export function rotate(points, angle, cx, cy) {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return points.map(([x, y]) => [
    cx + (x - cx) * cos - (y - cy) * sin,
    cy + (x - cx) * sin + (y - cy) * cos,
  ]);
}

/**
 * A smooth line through the points (Catmull-Rom, uniform).
 *
 * @param {readonly Point[]} points @param {boolean} [closed] @param {number} [steps] for each piece
 * @returns {Point[]}
 */
export function smooth(points, closed = false, steps = 10) {
  const count = points.length;
  const at = (/** @type {number} */ i) =>
    closed ? points[(i + count) % count] : points[Math.max(0, Math.min(count - 1, i))];
  /** @type {Point[]} */
  const out = [];
  for (let i = 0; i < (closed ? count : count - 1); i++) {
    const [p, q, r, s] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let k = 0; k < steps; k++) {
      const t = k / steps;
      out.push([spline(p[0], q[0], r[0], s[0], t), spline(p[1], q[1], r[1], s[1], t)]);
    }
  }
  if (!closed) out.push(points[count - 1]);
  return out;
}

/** @param {number} p @param {number} q @param {number} r @param {number} s @param {number} t */
function spline(p, q, r, s, t) {
  return q + 0.5 * t * (r - p + t * (2 * p - 5 * q + 4 * r - s + t * (3 * (q - r) + s - p)));
}
