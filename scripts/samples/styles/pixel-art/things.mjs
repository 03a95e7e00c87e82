/** @param {Grid} grid @param {number} x @param {number} foot @param {number} tall @param {number} dark @param {number} mid @param {number} light */
export function pine(grid, x, foot, tall, dark, mid, light) {
  grid.box(x, foot - 2, 1, 3, dark);
  for (let row = 0; row < tall; row++) {
    const half = Math.floor((row % 5) * 0.55 + row * 0.27);
    for (let i = -half; i <= half; i++) {
      const colour = i < -half * 0.2 ? light : i > half * 0.45 ? dark : mid;
      grid.set(
        x + i,
        foot - 2 - tall + row,
        (i + row) % 3 === 0 && colour === light ? mid : colour,
      );
    }
  }
}

/** @param {Grid} g @param {number} x @param {number} y @param {number} s */
export function boat(g, x, y, s) {
  for (let j = 0; j < s / 4; j++) g.box(x - s / 2 + j, y + j, s - 2 * j, 1, j === 0 ? 15 : 7);
  g.box(x, y - s, 1, s, 7);
  for (let j = 0; j < s * 0.8; j++)
    g.box(x + 2, y - s + 1 + j, Math.floor(j * 0.5), 1, j % 7 === 6 ? 13 : 14);
  g.box(x - 3, y - 3, 3, 3, 10);
}

/** @param {Grid} g @param {number} x @param {(x: number) => number} floor @param {import('../../lib/random.mjs').Random} random */
export function weed(g, x, floor, random) {
  const tall = random.integer(10, 46);
  const phase = random.range(0, 6);
  for (let i = 0; i < tall; i++) {
    const px = x + 3 * Math.sin(i / 5 + phase) * (i / tall);
    g.box(px, floor(x) + 4 - i, i < tall * 0.8 ? 2 : 1, 1, i % 4 === 0 ? 13 : 14);
    if (i % 6 === 3) g.box(px + (i % 12 === 3 ? 2 : -2), floor(x) + 3 - i, 2, 1, 13);
  }
}

/** @param {Grid} g @param {number} x @param {number} y @param {number} r @param {number} way @param {number[]} tones */
export function fish(g, x, y, r, way, [body, stripe]) {
  for (let i = -r; i <= r; i++) {
    const half = Math.round(r * 0.62 * Math.sqrt(1 - (i / (r + 0.5)) ** 2));
    for (let j = -half; j <= half; j++)
      g.set(x + i * way, y + j, (i + r) % 4 === 2 && r > 3 ? stripe : body);
  }
  for (let k = 0; k <= r * 0.7; k++)
    for (let j = -k; j <= k; j++) g.set(x - (r + k) * way, y + j, stripe);
  g.set(x + Math.round(r * 0.55) * way, y - 1, 15);
  g.set(x + (Math.round(r * 0.55) + 1) * way, y - 1, 6);
}

/** @param {Grid} g @param {number} x @param {number} foot @param {number} tall */
export function saguaro(g, x, foot, tall) {
  const wide = Math.max(2, Math.round(tall / 6));
  const column = (
    /** @type {number} */ cx,
    /** @type {number} */ low,
    /** @type {number} */ high,
  ) => {
    for (let y = high; y < low; y++)
      for (let i = 0; i < wide; i++)
        g.set(cx + i, y, i === 0 ? 14 : i === wide - 1 ? 12 : (y + i) % 4 === 0 ? 12 : 13);
  };
  column(x, foot, foot - tall);
  if (tall < 10) return;
  column(x - wide * 2, foot - tall * 0.4, foot - tall * 0.72);
  g.box(x - wide * 2, foot - tall * 0.42, wide * 2, wide, 13);
  column(x + wide * 2, foot - tall * 0.5, foot - tall * 0.85);
  g.box(x + wide, foot - tall * 0.52, wide * 2, wide, 13);
}

/** @param {Grid} g @param {number} cx @param {number} cy @param {number} r @param {import('../../lib/noise.mjs').Noise} noise @param {import('../../lib/random.mjs').Random} random */
export function island(g, cx, cy, r, noise, random) {
  for (let x = -r; x <= r; x++) {
    const top = Math.round(3 * noise.at((cx + x) / 9, 2));
    const deep = Math.round(
      (1 - (x / r) ** 2) * r * 1.15 * (0.72 + 0.5 * Math.abs(noise.at((cx + x) / 3.4, cy))),
    );
    for (let y = top; y < deep; y++)
      g.set(
        cx + x,
        cy + y,
        y - top < 2
          ? 12
          : y - top < 4
            ? 11
            : y - top < 5 + ((x * 7) % 3)
              ? 10
              : g.dithered(
                  1.6 - x / r - y / (r * 2) + noise.at((cx + x) / 5, y / 4),
                  cx + x,
                  cy + y,
                  [6, 7, 8, 9],
                ),
      );
    if (Math.abs(x) < r - 4 && random.chance(0.12)) tuft(g, cx + x, cy + top, random);
  }
  if (r > 24) {
    const fx = cx + Math.round(r * 0.3);
    for (let y = 0; y < r * 1.9; y++)
      for (let i = 0; i < 4; i++)
        g.set(
          fx + i,
          cy + y,
          (y + i * 3) % 7 < 2
            ? 14
            : y > r * 1.3 && (y + i) % 2
              ? g.get(fx + i, cy + y)
              : i === 0
                ? 15
                : 1,
        );
  }
}

/** @param {Grid} g @param {number} x @param {number} y @param {import('../../lib/random.mjs').Random} random */
function tuft(g, x, y, random) {
  const tall = random.integer(5, 11);
  const bloom = random.chance(0.4);
  g.box(x, y - tall, 1, tall, 7);
  g.disc(x, y - tall, random.integer(2, 4), (dx, dy) =>
    dx + dy < -1 ? (bloom ? 5 : 12) : dx + dy > 2 ? (bloom ? 13 : 10) : bloom ? 13 : 11,
  );
}
