/** @typedef {[number, number]} Point x right, y down, pixels */
/** @typedef {readonly Point[]} Ring closed by itself */
/** @typedef {{ left: number, top: number, width: number, height: number, stride: number, data: Float32Array }} Coverage */

let scratch = new Float32Array(1 << 16);

/**
 * Anti-aliased coverage of polygons by signed-area accumulation, the method of Raph Levien's
 * font-rs. Rings that wind alike add up, rings that wind against each other cut holes.
 * The result lies in a shared buffer and is valid until the next call.
 *
 * @param {readonly Ring[]} rings
 * @param {number} width of the picture
 * @param {number} height of the picture
 * @returns {Coverage | undefined} nothing where the polygons miss the picture
 */
export function coverage(rings, width, height) {
  const box = bounds(rings, width, height);
  if (!box) return undefined;
  const stride = box.width + 2;
  const size = stride * box.height;
  if (scratch.length < size) scratch = new Float32Array(size * 2);
  const data = scratch;
  data.fill(0, 0, size);
  for (const ring of rings) {
    for (let i = 0, last = ring.length - 1; i < ring.length; last = i++) {
      const [x0, y0] = ring[last];
      const [x1, y1] = ring[i];
      addEdge(data, stride, box, x0 - box.left, y0 - box.top, x1 - box.left, y1 - box.top);
    }
  }
  integrate(data, stride, box);
  return { ...box, stride, data };
}

/** @param {readonly Ring[]} rings @param {number} width @param {number} height */
function bounds(rings, width, height) {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings) {
    for (const [x, y] of ring) {
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  left = Math.max(0, Math.floor(left));
  top = Math.max(0, Math.floor(top));
  right = Math.min(width, Math.ceil(right));
  bottom = Math.min(height, Math.ceil(bottom));
  if (!(right > left && bottom > top)) return undefined;
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * @param {Float32Array} data @param {number} stride @param {{ width: number, height: number }} box
 * @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1
 */
function addEdge(data, stride, box, x0, y0, x1, y1) {
  if (y0 === y1) return;
  const direction = y0 < y1 ? 1 : -1;
  if (direction < 0) [x0, y0, x1, y1] = [x1, y1, x0, y0];
  const slope = (x1 - x0) / (y1 - y0);
  let x = y0 < 0 ? x0 - y0 * slope : x0;
  const end = Math.min(box.height, Math.ceil(y1));
  for (let y = Math.max(0, Math.floor(y0)); y < end; y++) {
    const dy = Math.min(y + 1, y1) - Math.max(y, y0);
    const next = x + slope * dy;
    const a = x < 0 ? 0 : x > box.width ? box.width : x;
    const b = next < 0 ? 0 : next > box.width ? box.width : next;
    addSpan(data, y * stride, a < b ? a : b, a < b ? b : a, dy * direction);
    x = next;
  }
}

/**
 * Spreads the height `d` of one edge within one row over the cells it crosses.
 *
 * @param {Float32Array} data @param {number} row @param {number} a @param {number} b @param {number} d
 */
function addSpan(data, row, a, b, d) {
  const first = Math.floor(a);
  const last = Math.ceil(b);
  if (last <= first + 1) {
    const middle = 0.5 * (a + b) - first;
    data[row + first] += d - d * middle;
    data[row + first + 1] += d * middle;
    return;
  }
  const s = 1 / (b - a);
  const head = 0.5 * s * (1 - (a - first)) ** 2;
  const tail = 0.5 * s * (b - last + 1) ** 2;
  data[row + first] += d * head;
  if (last === first + 2) {
    data[row + first + 1] += d * (1 - head - tail);
  } else {
    const second = s * (1.5 - (a - first));
    data[row + first + 1] += d * (second - head);
    for (let i = first + 2; i < last - 1; i++) data[row + i] += d * s;
    data[row + last - 1] += d * (1 - second - (last - first - 3) * s - tail);
  }
  data[row + last] += d * tail;
}

/** @param {Float32Array} data @param {number} stride @param {{ width: number, height: number }} box */
function integrate(data, stride, box) {
  for (let y = 0; y < box.height; y++) {
    let sum = 0;
    const row = y * stride;
    for (let x = 0; x < box.width; x++) {
      sum += data[row + x];
      const cover = sum < 0 ? -sum : sum;
      data[row + x] = cover > 1 ? 1 : cover;
    }
  }
}
