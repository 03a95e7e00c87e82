import { Canvas } from '../lib/canvas.mjs';
import { clamp, hex, smoothstep } from '../lib/colour.mjs';
import { createNoise } from '../lib/noise.mjs';
import { layOnPaper } from '../lib/paper.mjs';
import { Plane } from '../lib/plane.mjs';
import { createRandom } from '../lib/random.mjs';
import { ellipse, rectangle, ribbon, rotate, sector, smooth } from '../lib/shapes.mjs';

/** @typedef {import('../lib/raster.mjs').Point} Point */
/** @typedef {{ ink: string, angle: number, pitch?: number, tone: (plate: Plane) => void }} Drum one colour: its plate holds 0 (none) to 1 (solid) */
/** @typedef {{ seed: string, width: number, height: number, paper: string, drums: Drum[] }} Sheet */

const MARGIN = 36;

/** Runs the sheet through the machine once for every colour, never quite in register. @param {Sheet} sheet */
function print({ seed, width, height, paper, drums }) {
  const random = createRandom(seed);
  const canvas = new Canvas(width, height, hex(paper));
  for (const [i, { ink, angle, pitch = 7, tone }] of drums.entries()) {
    const plate = new Plane(width, height);
    tone(plate);
    const shift = /** @type {Point} */ ([random.normal(0, 3.2), random.normal(0, 3.2)]);
    canvas.stencil(screened(plate, angle, pitch, shift, `${seed} ${i}`), hex(ink), {
      mode: 'multiply',
      alpha: 0.94,
    });
  }
  layOnPaper(canvas, seed, 0.022, 6);
  return canvas;
}

/** Halftone dots at an angle; solids stay solid; the drum leaves its wear. @param {Plane} plate @param {number} angle degrees @param {number} pitch @param {Point} shift @param {string} seed */
function screened(plate, angle, pitch, [dx, dy], seed) {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn) / pitch, Math.sin(turn) / pitch];
  const wear = createNoise(`drum ${seed}`);
  const { width, height } = plate;
  return new Plane(width, height).set((x, y) => {
    const [px, py] = [x - dx, y - dy];
    if (px < MARGIN || py < MARGIN || px > width - MARGIN || py > height - MARGIN) return 0;
    const tone = plate.at(px, py);
    if (tone < 0.02) return 0;
    const [u, v] = [px * cos - py * sin, px * sin + py * cos];
    const threshold = 0.5 + 0.25 * (Math.cos(2 * Math.PI * u) + Math.cos(2 * Math.PI * v));
    const dot = tone > 0.985 ? 1 : smoothstep(-0.13, 0.13, tone - threshold);
    const patch = 0.9 + 0.1 * wear.fbm(x / 140, y / 140, 3);
    return dot * patch * (1 - 0.45 * smoothstep(0.42, 0.62, wear.at(x / 2.3, y / 2.3)));
  });
}

/** A tone that goes from one value to another along y. @param {number} top @param {number} bottom @param {number} from @param {number} to */
const fade = (top, bottom, from, to) => (/** @type {number} */ _x, /** @type {number} */ y) =>
  from + (to - from) * clamp((y - top) / (bottom - top));

/** A ball's tone, lit from the upper left. @param {number} cx @param {number} cy @param {number} r @param {number} dark */
const ball = (cx, cy, r, dark) => (/** @type {number} */ x, /** @type {number} */ y) =>
  clamp(dark * smoothstep(-0.5, 1.15, ((x - cx) * 0.6 + (y - cy) * 0.8) / r));

/** Everything below a wavy line. @param {number} width @param {number} height @param {string} seed @param {number} base @param {number} relief @param {number} scale @returns {Point[]} */
function below(width, height, seed, base, relief, scale) {
  const noise = createNoise(seed);
  const edge = Array.from({ length: 120 }, (_, i) => {
    const x = (i / 119) * width;
    return /** @type {Point} */ ([x, base - relief * noise.fbm(x / scale, 3, 2, 0.3)]);
  });
  return [...edge, [width, height], [0, height]];
}

/** @param {string} seed @param {number} w @param {number} h @param {string[]} inks @returns {Sheet} */
function dunes(seed, w, h, [hot, cool, sun]) {
  const [cx, cy, r] = [w * 0.62, h * 0.34, Math.min(w, h) * 0.2];
  const layers = [0.5, 0.62, 0.76, 0.9].map((base, i) =>
    below(w, h, `${seed} ${i}`, h * base, h * (0.16 - 0.02 * i), w * 0.42),
  );
  return {
    seed,
    width: w,
    height: h,
    paper: '#f6f0e2',
    drums: [
      {
        ink: sun,
        angle: 0,
        tone: (p) =>
          p
            .fill([rectangle(0, 0, w, h)], fade(h * 0.05, h * 0.6, 0.1, 0.75))
            .fill([ellipse(cx, cy, r)], 1),
      },
      {
        ink: hot,
        angle: 75,
        tone: (p) => {
          p.fill([ellipse(cx, cy, r)], fade(cy - r, cy + r, 0.25, 1));
          layers.forEach((ring, i) =>
            p.fill([ring], fade(h * (0.4 + 0.13 * i), h * (0.66 + 0.13 * i), 0.95, 0.2 + 0.06 * i)),
          );
        },
      },
      {
        ink: cool,
        angle: 45,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h * 0.5)], fade(0, h * 0.34, 0.5, 0)).fill(
            [ellipse(cx, cy, r)],
            0,
          );
          layers.forEach((ring, i) =>
            p.fill([ring], (x, y) =>
              clamp(
                0.08 +
                  0.3 * i * 0.5 +
                  0.62 *
                    smoothstep(0.15, 0.75, Math.sin(x / (w * 0.09) + i * 1.7 + (y / h) * 4)) *
                    fade(h * (0.42 + 0.13 * i), h * (0.62 + 0.13 * i), 1, 0.1)(x, y),
              ),
            ),
          );
        },
      },
    ],
  };
}

/** @param {number} x @param {number} y @param {number} s the vase's height @returns {Point[]} */
const vase = (x, y, s) => {
  const half = /** @type {Point[]} */ ([
    [0.12, -1],
    [0.1, -0.9],
    [0.1, -0.74],
    [0.3, -0.52],
    [0.36, -0.28],
    [0.27, -0.06],
    [0.2, 0],
  ]);
  const right = smooth(half).map(([u, v]) => /** @type {Point} */ ([x + u * s, y + v * s]));
  return [...right, ...right.map(([px, py]) => /** @type {Point} */ ([2 * x - px, py])).reverse()];
};

/** A leaf with a bent rib. @param {number} x @param {number} y @param {number} angle @param {number} length @param {number} wide @returns {Point[]} */
function leaf(x, y, angle, length, wide) {
  const rib = Array.from({ length: 16 }, (_, i) => {
    const t = i / 15;
    return /** @type {Point} */ ([
      x + Math.cos(angle + 0.5 * t) * length * t,
      y + Math.sin(angle + 0.5 * t) * length * t,
    ]);
  });
  return ribbon(rib, (t) => wide * Math.sin(Math.PI * t ** 0.8));
}

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
function stillLife(seed, w, h) {
  const random = createRandom(`${seed} leaves`);
  const table = h * 0.72;
  const [vx, vy, vs] = [w * 0.42, h * 0.83, h * 0.4];
  const leaves = Array.from({ length: 9 }, (_, i) =>
    leaf(
      vx + random.normal(0, 6),
      vy - vs,
      -2.75 + i * 0.3 + random.normal(0, 0.06),
      h * random.range(0.22, 0.36),
      h * 0.075,
    ),
  );
  const fruit = /** @type {[number, number, number][]} */ ([
    [w * 0.7, h * 0.81, h * 0.068],
    [w * 0.82, h * 0.845, h * 0.062],
    [w * 0.18, h * 0.86, h * 0.058],
  ]);
  const balls = fruit.map(([x, y, r]) => ellipse(x, y, r));
  const body = vase(vx, vy, vs);
  const window = rectangle(w * 0.56, h * 0.1, w * 0.32, h * 0.4);
  const clear = (/** @type {Plane} */ p) => {
    for (const shape of [...leaves, body, ...balls]) p.fill([shape], 0);
  };
  return {
    seed,
    width: w,
    height: h,
    paper: '#f7f2e6',
    drums: [
      {
        ink: '#ffd23f',
        angle: 0,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, table)], 0.42).fill([window], fade(h * 0.1, h * 0.5, 0.1, 1));
          clear(p);
          for (const [i, ring] of balls.entries()) p.fill([ring], i === 1 ? 0.6 : 1);
          for (const one of leaves) p.fill([one], 0.55);
        },
      },
      {
        ink: '#ff5a4f',
        angle: 75,
        tone: (p) => {
          p.fill([rectangle(0, table, w, h)], fade(table, h, 0.95, 0.6)).fill(
            [window],
            fade(h * 0.22, h * 0.5, 0, 0.7),
          );
          clear(p);
          p.fill(
            [body],
            (x, y) =>
              clamp(0.2 + 0.5 * smoothstep(-0.3, 0.34, (x - vx) / vs)) *
              (Math.abs(((y - vy) / vs + 0.32) * 9) < 1 ? 1.6 : 1),
          );
          fruit.forEach(([x, y, r], i) =>
            p.fill([balls[i]], (px, py) => 0.35 + ball(x, y, r, 0.6)(px, py)),
          );
        },
      },
      {
        ink: '#1f5fa8',
        angle: 45,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, table)], fade(0, table, 0.32, 0.08)).fill([window], 0);
          for (const k of [0.5])
            p.fill([rectangle(w * (0.56 + 0.32 * k) - 5, h * 0.1, 10, h * 0.4)], 1).fill(
              [rectangle(w * 0.56, h * (0.1 + 0.4 * k) - 5, w * 0.32, 10)],
              1,
            );
          fruit.forEach(([x, y, r]) =>
            p.fill([ellipse(x + r * 0.5, y + r * 0.86, r * 1.25, r * 0.28)], 0.8),
          );
          p.fill([ellipse(vx + vs * 0.16, vy, vs * 0.4, vs * 0.05)], 0.85);
          clear(p);
          leaves.forEach((one, i) => p.fill([one], i % 2 ? 0.95 : 0.62));
          p.fill([body], (x) => clamp(0.08 + 0.85 * smoothstep(-0.12, 0.36, (x - vx) / vs)));
          fruit.forEach(([x, y, r], i) => p.fill([balls[i]], ball(x, y, r, 0.55)));
        },
      },
    ],
  };
}

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
function stairwell(seed, w, h) {
  const steps = 9;
  const [sw, sh] = [w / (steps + 1.5), (h * 0.62) / steps];
  const tread = (/** @type {number} */ i) =>
    rectangle(sw * (i + 0.7), h * 0.92 - sh * (i + 1), w, sh * 0.36);
  const riser = (/** @type {number} */ i) =>
    rectangle(sw * (i + 0.7), h * 0.92 - sh * (i + 0.64), w, sh * 0.66);
  const arch = (
    /** @type {number} */ x,
    /** @type {number} */ y,
    /** @type {number} */ r,
    /** @type {number} */ tall,
  ) => [
    ...sector(x, y, 0, r, -Math.PI, 0).slice(0, -1),
    /** @type {Point} */ ([x + r, y + tall]),
    /** @type {Point} */ ([x - r, y + tall]),
  ];
  const doors = [
    arch(w * 0.24, h * 0.3, w * 0.12, h * 0.34),
    arch(w * 0.55, h * 0.16, w * 0.1, h * 0.24),
  ];
  const sun = ellipse(w * 0.26, h * 0.36, w * 0.08);
  return {
    seed,
    width: w,
    height: h,
    paper: '#f8f1e4',
    drums: [
      {
        ink: '#ffb02e',
        angle: 0,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], fade(0, h, 0.35, 0.8));
          for (const door of doors) p.fill([door], fade(h * 0.1, h * 0.6, 0.1, 0.5));
          for (let i = steps; i >= 0; i--) p.fill([riser(i)], 0.9).fill([tread(i)], 0.25);
          p.fill([sun], 1);
        },
      },
      {
        ink: '#f0387a',
        angle: 75,
        tone: (p) => {
          p.fill(
            [rectangle(0, 0, w, h)],
            (x, y) => 0.22 + 0.5 * smoothstep(-0.1, 0.5, x / w - 0.55 + (y / h) * 0.35),
          );
          for (const door of doors) p.fill([door], 0);
          p.fill([sun], 0.95);
          for (let i = steps; i >= 0; i--) p.fill([riser(i)], 0.88).fill([tread(i)], 0.12);
        },
      },
      {
        ink: '#2b4c9b',
        angle: 45,
        tone: (p) => {
          for (const door of doors) p.fill([door], fade(h * 0.1, h * 0.62, 0.75, 0.2));
          p.fill([sun], 0);
          for (let i = steps; i >= 0; i--)
            p.fill([riser(i)], (x) =>
              clamp(0.06 + 0.9 * smoothstep(0.1, 0.9, (x - sw * (i + 0.7)) / (w * 0.8))),
            ).fill([tread(i)], (x) =>
              clamp(0.55 * smoothstep(0.25, 1, (x - sw * (i + 0.7)) / (w * 0.9))),
            );
        },
      },
    ],
  };
}

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
function pool(seed, w, h) {
  const noise = createNoise(seed);
  const water = rectangle(w * 0.16, h * 0.2, w * 0.68, h * 0.68);
  const ripple = (/** @type {number} */ x, /** @type {number} */ y) =>
    1 - Math.min(1, Math.abs(noise.fbm(x / 120, y / 96, 2) + 0.3 * noise.at(x / 40, y / 34)) * 5.5);
  const board = [rotate(rectangle(w * 0.46, h * 0.06, w * 0.08, h * 0.26), 0, 0, 0)];
  const ring = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ r) => [
    ellipse(x, y, r),
    ellipse(x, y, r * 0.46).reverse(),
  ];
  const rings = [ring(w * 0.66, h * 0.62, w * 0.1), ring(w * 0.33, h * 0.76, w * 0.075)];
  return {
    seed,
    width: w,
    height: h,
    paper: '#f9f3e6',
    drums: [
      {
        ink: '#ffc93c',
        angle: 0,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], (x, y) =>
            (Math.floor(x / 52) + Math.floor(y / 52)) % 2 ? 0.62 : 0.36,
          );
          p.fill([water], 0);
          for (const one of rings) p.fill(one, 1);
          p.fill(board, 0.2);
        },
      },
      {
        ink: '#ff4f6f',
        angle: 75,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], (x, y) =>
            (Math.floor(x / 52) + Math.floor(y / 52)) % 2 ? 0.42 : 0.1,
          );
          p.fill([water], 0);
          rings.forEach((one, i) =>
            p.fill(one, (x, y) =>
              Math.floor(
                (Math.atan2(y - (i ? h * 0.76 : h * 0.62), x - (i ? w * 0.33 : w * 0.66)) /
                  Math.PI) *
                  4 +
                  8,
              ) % 2
                ? 1
                : 0.08,
            ),
          );
          p.fill(board, 0.85);
        },
      },
      {
        ink: '#1593b8',
        angle: 45,
        tone: (p) => {
          p.fill([rectangle(w * 0.14, h * 0.185, w * 0.72, h * 0.71)], 0.25).fill([water], (x, y) =>
            clamp(
              0.38 +
                0.5 * smoothstep(h * 0.2, h * 0.9, y) -
                0.62 * smoothstep(0.45, 0.95, ripple(x, y)),
            ),
          );
          rings.forEach((one) => {
            p.fill(
              one.map((r) => r.map(([x, y]) => /** @type {Point} */ ([x + 16, y + 26]))),
              1,
            );
            p.fill(one, 0.04);
          });
          p.fill([rectangle(w * 0.475, h * 0.2, w * 0.08, h * 0.17)], 1).fill(board, 0);
        },
      },
    ],
  };
}

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
function phases(seed, w, h) {
  const cell = (w - 2 * MARGIN - 40) / 5;
  const rows = Math.floor((h - 2 * MARGIN - 30) / cell);
  const top = (h - rows * cell) / 2;
  const discs = Array.from({ length: 5 * rows }, (_, i) => {
    const [x, y] = [MARGIN + 20 + cell * ((i % 5) + 0.5), top + cell * (Math.floor(i / 5) + 0.5)];
    return { x, y, r: cell * 0.39, phase: i / (5 * rows - 1) };
  });
  const lit = (/** @type {number} */ phase, /** @type {number} */ u, /** @type {number} */ v) => {
    const edge = Math.cos(phase * 2 * Math.PI) * Math.sqrt(Math.max(0, 1 - v * v));
    return phase < 0.5 ? u > edge : u < -edge;
  };
  return {
    seed,
    width: w,
    height: h,
    paper: '#f5efe2',
    drums: [
      {
        ink: '#ffd23f',
        angle: 0,
        tone: (p) => {
          for (const { x, y, r, phase } of discs)
            p.fill([ellipse(x, y, r)], (px, py) =>
              lit(phase, (px - x) / r, (py - y) / r) ? 0.9 : 0,
            );
        },
      },
      {
        ink: '#ff5a36',
        angle: 75,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], fade(0, h, 0, 0.75));
          for (const { x, y, r, phase } of discs)
            p.fill([ellipse(x, y, r)], (px, py) =>
              lit(phase, (px - x) / r, (py - y) / r) ? ball(x, y, r, 0.8)(px, py) : 0.5,
            );
        },
      },
      {
        ink: '#24408e',
        angle: 45,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], fade(0, h, 1, 0.55));
          for (const { x, y, r, phase } of discs)
            p.fill([ellipse(x, y, r)], (px, py) =>
              lit(phase, (px - x) / r, (py - y) / r) ? 0.02 : 0.82,
            );
        },
      },
    ],
  };
}

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
function cacti(seed, w, h) {
  const ground = below(w, h, seed, h * 0.82, h * 0.03, w * 0.5);
  const limb = (/** @type {Point[]} */ line, /** @type {number} */ wide) => ({
    line: smooth(line),
    wide,
    ring: ribbon(smooth(line), wide),
  });
  const limbs = [
    limb(
      [
        [w * 0.46, h * 0.88],
        [w * 0.46, h * 0.55],
        [w * 0.46, h * 0.24],
      ],
      w * 0.13,
    ),
    limb(
      [
        [w * 0.46, h * 0.62],
        [w * 0.62, h * 0.62],
        [w * 0.66, h * 0.52],
        [w * 0.66, h * 0.38],
      ],
      w * 0.09,
    ),
    limb(
      [
        [w * 0.46, h * 0.54],
        [w * 0.31, h * 0.54],
        [w * 0.27, h * 0.46],
        [w * 0.27, h * 0.36],
      ],
      w * 0.08,
    ),
  ];
  const caps = limbs.map(({ line, wide }) =>
    ellipse(line[line.length - 1][0], line[line.length - 1][1], wide / 2),
  );
  const sun = /** @type {[number, number, number]} */ ([w * 0.7, h * 0.2, w * 0.14]);
  const shade =
    (/** @type {number} */ centre, /** @type {number} */ wide) => (/** @type {number} */ x) =>
      clamp(
        0.3 +
          0.7 * smoothstep(-0.5, 0.5, (x - centre) / wide) +
          0.25 * Math.cos(((x - centre) / wide) * 40),
      );
  return {
    seed,
    width: w,
    height: h,
    paper: '#f8f0df',
    drums: [
      {
        ink: '#ffc93c',
        angle: 0,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], fade(0, h * 0.85, 0.2, 0.9)).fill([ellipse(...sun)], 1);
          for (const { ring } of limbs) p.fill([ring], 0.7);
          for (const cap of caps) p.fill([cap], 0.7);
        },
      },
      {
        ink: '#ff4f5e',
        angle: 75,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], fade(h * 0.25, h * 0.85, 0.08, 0.8))
            .fill([ellipse(...sun)], 0.85)
            .fill([ground], 0.9);
          for (const { ring } of limbs) p.fill([ring], 0);
          for (const cap of caps) p.fill([cap], 0);
          p.fill([ellipse(w * 0.46, h * 0.215, w * 0.035)], 1).fill(
            [ellipse(w * 0.66, h * 0.355, w * 0.026)],
            1,
          );
        },
      },
      {
        ink: '#00857a',
        angle: 45,
        tone: (p) => {
          p.fill([ground], fade(h * 0.8, h, 0.1, 0.6));
          p.fill([ellipse(w * 0.58, h * 0.885, w * 0.26, h * 0.018)], 1);
          limbs.forEach(({ ring, line, wide }, i) => {
            const tone = shade(line[line.length - 1][0], wide);
            p.fill([ring], tone).fill([caps[i]], tone);
          });
          p.fill([ellipse(w * 0.46, h * 0.215, w * 0.035)], 0).fill(
            [ellipse(w * 0.66, h * 0.355, w * 0.026)],
            0,
          );
        },
      },
    ],
  };
}

/** A fish seen from above. @param {number} x @param {number} y @param {number} angle @param {number} length @param {number} bend */
function koi(x, y, angle, length, bend) {
  const spine = Array.from({ length: 26 }, (_, i) => {
    const t = i / 25;
    const turn = angle + bend * Math.sin(t * 3.4);
    return /** @type {Point} */ ([
      x + Math.cos(turn) * length * (t - 0.4),
      y + Math.sin(turn) * length * (t - 0.4),
    ]);
  });
  const body = ribbon(
    spine,
    (t) => length * 0.25 * Math.sin(Math.PI * Math.min(1, t * 0.92 + 0.06)) ** 0.75 * (1 - 0.5 * t),
  );
  const [tx, ty] = spine[24];
  const [sx, sy] = spine[8];
  const tails = [-0.42, 0.42].map((side) =>
    leaf(tx, ty, angle + side + bend * 0.4, length * 0.3, length * 0.1),
  );
  const fins = [-1, 1].map((side) =>
    leaf(sx, sy, angle + side * 1.05, length * 0.24, length * 0.1),
  );
  return { spine, body, fins: [...tails, ...fins], length };
}

/** @param {string} seed @param {number} w @param {number} h @returns {Sheet} */
function pond(seed, w, h) {
  const noise = createNoise(seed);
  const fish = [
    koi(w * 0.36, h * 0.3, 2.5, h * 0.34, 0.5),
    koi(w * 0.64, h * 0.52, -0.7, h * 0.4, -0.5),
    koi(w * 0.34, h * 0.76, 0.5, h * 0.3, 0.45),
  ];
  const pads = /** @type {[number, number, number, number][]} */ ([
    [w * 0.8, h * 0.16, w * 0.12, 0.4],
    [w * 0.15, h * 0.52, w * 0.09, 2.6],
    [w * 0.78, h * 0.84, w * 0.14, 4],
    [w * 0.58, h * 0.13, w * 0.06, 1.4],
  ]);
  const patch = (/** @type {number} */ x, /** @type {number} */ y) =>
    noise.fbm(x / 95, y / 95, 2) > 0.04 ? 1 : 0.12;
  const each = (/** @type {Plane} */ p, /** @type {any} */ body, /** @type {any} */ fin) => {
    for (const one of fish) {
      for (const f of one.fins) p.fill([f], fin);
      p.fill([one.body], body);
    }
  };
  return {
    seed,
    width: w,
    height: h,
    paper: '#f7f1e3',
    drums: [
      {
        ink: '#ffc93c',
        angle: 0,
        tone: (p) => {
          each(p, (/** @type {number} */ x, /** @type {number} */ y) => patch(x, y) * 0.85, 0.4);
          for (const [x, y, r, a] of pads) p.fill([sector(x, y, 0, r, a, a + 5.7)], 0.8);
        },
      },
      {
        ink: '#ff4a2f',
        angle: 75,
        tone: (p) => {
          each(p, patch, 0.4);
          for (const [x, y, r] of pads.slice(0, 2))
            p.fill([ellipse(x + r * 0.4, y + r * 0.2, r * 0.3)], 0.9);
        },
      },
      {
        ink: '#0f6f9a',
        angle: 45,
        tone: (p) => {
          p.fill([rectangle(0, 0, w, h)], (x, y) =>
            clamp(
              0.62 +
                0.5 * noise.fbm(x / 260, y / 200, 3) +
                (Math.abs(noise.fbm(x / 150 + 40, y / 110, 2)) < 0.018 ? -0.5 : 0),
            ),
          );
          for (const one of fish)
            p.fill([one.body.map(([x, y]) => /** @type {Point} */ ([x + 22, y + 30]))], 1);
          each(p, 0.03, 0.16);
          for (const { spine, length } of fish)
            for (const side of [-1, 1]) {
              const [a, b] = [spine[2], spine[4]];
              const d = Math.hypot(b[0] - a[0], b[1] - a[1]);
              p.fill(
                [
                  ellipse(
                    a[0] - (side * (b[1] - a[1]) * length * 0.045) / d,
                    a[1] + (side * (b[0] - a[0]) * length * 0.045) / d,
                    length * 0.012,
                  ),
                ],
                1,
              );
            }
          for (const [x, y, r, a] of pads) {
            p.fill([sector(x + 12, y + 16, 0, r, a, a + 5.7)], 1).fill(
              [sector(x, y, 0, r, a, a + 5.7)],
              (px, py) => 0.5 + 0.25 * Math.cos(Math.atan2(py - y, px - x) * 14),
            );
          }
          for (const [x, y, r] of pads.slice(0, 2))
            p.fill([ellipse(x + r * 0.4, y + r * 0.2, r * 0.3)], 0);
        },
      },
    ],
  };
}

/** @type {[string, string, string[], Sheet][]} */
const sheets = [
  [
    'Dunes, First Proof',
    '2020-11-21',
    ['desert', 'sun'],
    dunes('dunes', 880, 1140, ['#ff5c6a', '#2f6fb0', '#ffcf3f']),
  ],
  ['Vase, Three Oranges', '2021-02-13', ['still life'], stillLife('still life', 900, 1125)],
  ['Stairwell at Noon', '2021-06-19', ['architecture'], stairwell('stairwell', 880, 1140)],
  ['Pool, Nobody In', '2021-08-14', ['summer', 'water'], pool('pool', 1000, 1000)],
  ['Thirty Nights', '2021-11-06', ['moon'], phases('phases', 960, 1120)],
  ['Saguaro', '2022-03-05', ['desert', 'plant'], cacti('cacti', 820, 1150)],
  ['Three Koi', '2022-05-21', ['fish', 'water'], pond('pond', 940, 1100)],
];

/** @type {import('../lib/work.mjs').Series} */
export const proofs = {
  name: 'Proofs',
  style: 'risograph',
  statement: 'Three spot colours, screened and printed one over another, never quite in register.',
  works: sheets.map(([title, date, words, sheet]) => ({
    title,
    date,
    keywords: ['risograph', 'halftone', ...words],
    quality: 64,
    draw: () => print(sheet),
  })),
};
