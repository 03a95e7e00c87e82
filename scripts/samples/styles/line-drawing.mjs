import { Canvas } from '../lib/canvas.mjs';
import { clamp, hex, smoothstep } from '../lib/colour.mjs';
import { createNoise } from '../lib/noise.mjs';
import { layOnPaper } from '../lib/paper.mjs';
import { createRandom } from '../lib/random.mjs';
import { rotate } from '../lib/shapes.mjs';

/** @typedef {import('../lib/raster.mjs').Point} Point */

const MARGIN = 70;

/** @param {string} seed @param {number} width @param {number} height @param {string} paper */
function sheet(seed, width, height, paper) {
  return {
    canvas: new Canvas(width, height, hex(paper)),
    random: createRandom(seed),
    noise: createNoise(seed),
  };
}

/** A pen's line: it thins, presses, and lifts. @param {Canvas} canvas @param {Point[]} line @param {number} wide @param {string} ink @param {import('../lib/noise.mjs').Noise} noise @param {number} [alpha] */
function pen(canvas, line, wide, ink, noise, alpha = 0.9) {
  if (line.length < 2) return;
  const [sx, sy] = line[0];
  canvas.stroke(line, (t) => wide * (0.82 + 0.34 * noise.at(sx / 20 + t * 9, sy / 20)), hex(ink), {
    alpha,
  });
}

/** A relief in profiles, each hiding what lies behind it. @param {string} seed @param {number} w @param {number} h @param {{ paper: string, ink: string, ink2?: string, rows: number, relief: number, sun?: [number, number, number] }} look */
function profiles(seed, w, h, { paper, ink, ink2, rows, relief, sun }) {
  const { canvas, noise } = sheet(seed, w, h, paper);
  const hidden = new Float64Array(w).fill(Infinity);
  const top = h * 0.36;
  const step = (h - MARGIN - top) / rows;
  /** @type {[Point[], number][]} */
  const lines = [];
  for (let row = rows; row >= 0; row--) {
    const base = top + row * step;
    const depth = row / rows;
    /** @type {Point[]} */
    let line = [];
    for (let x = MARGIN; x <= w - MARGIN; x += 2) {
      const s = (x / w - 0.5) * (1.5 - 0.5 * depth);
      const mass = Math.exp(-((s * 2.1) ** 2)) * Math.sin(Math.PI * clamp(0.1 + depth * 0.95));
      const crag = noise.ridged(s * 2.2 + 4, depth * 2.1 + 1.3, 6) ** 1.5;
      const y = base - h * relief * mass * crag - h * 0.012 * noise.fbm(s * 9, depth * 9, 3);
      if (y < hidden[x] - 1.2) line.push([x, y]);
      else {
        lines.push([line, depth]);
        line = [];
      }
      hidden[x] = Math.min(hidden[x], y);
    }
    lines.push([line, depth]);
  }
  for (const [line, depth] of lines)
    pen(canvas, line, 1.25 + 1.15 * depth, ink2 && depth > 0.82 ? ink2 : ink, noise);
  if (sun) rings(canvas, sun[0] * w, sun[1] * h, sun[2], ink2 ?? ink, noise, hidden);
  layOnPaper(canvas, seed, 0.035, 6);
  return canvas;
}

/** @param {Canvas} canvas @param {number} cx @param {number} cy @param {number} r @param {string} ink @param {import('../lib/noise.mjs').Noise} noise @param {Float64Array} hidden */
function rings(canvas, cx, cy, r, ink, noise, hidden) {
  for (let y = cy - r; y <= cy + r; y += 5.5) {
    const half = Math.sqrt(Math.max(0, r * r - (y - cy) ** 2));
    /** @type {Point[]} */
    const line = [];
    for (let x = cx - half; x <= cx + half; x += 4)
      if (y < (hidden[Math.round(x / 2) * 2] ?? 0) - 3)
        line.push([x, y + 0.6 * noise.at(x / 30, y)]);
    pen(canvas, line, 1.5, ink, noise);
  }
}

/** A map: height lines of a land that is nowhere. @param {string} seed @param {number} w @param {number} h @param {{ paper: string, ink: string, wet: string }} look */
function chart(seed, w, h, { paper, ink, wet }) {
  const { canvas, noise } = sheet(seed, w, h, paper);
  const height = (/** @type {number} */ x, /** @type {number} */ y) =>
    noise.fbm(x / 430 + 0.3 * noise.at(x / 600, y / 600), y / 430, 5, 0.42) + 0.12;
  const [dark, blue] = [hex(ink), hex(wet)];
  canvas.each((x, y, under) => {
    if (x < MARGIN || y < MARGIN || x > w - MARGIN || y > h - MARGIN) return under;
    const z = height(x, y);
    const slope = Math.hypot(height(x + 1, y) - z, height(x, y + 1) - z) || 1e-6;
    const level = z * 26;
    const near = Math.abs(level - Math.round(level)) / (slope * 26);
    const fifth = Math.round(level) % 5 === 0;
    const cover = clamp((fifth ? 1.35 : 0.75) - near + 0.5) * (z < 0 ? 0.75 : 0.92);
    const hatch =
      z < 0 && Math.abs(((y + 3 * noise.at(x / 50, y / 50)) % 9) - 4.5) < 0.6
        ? 0.35 * smoothstep(0, -0.12, z) + 0.12
        : 0;
    const colour = z < 0 ? blue : dark;
    const share = Math.max(cover, hatch);
    return /** @type {import('../lib/colour.mjs').Rgb} */ (
      under.map((v, k) => v + (colour[k] - v) * share)
    );
  });
  layOnPaper(canvas, seed, 0.03, 6);
  return canvas;
}

/** Round stones, hatched deeper the darker they are. @param {string} seed @param {number} w @param {number} h @param {{ paper: string, ink: string, light: string }} look */
function stones(seed, w, h, { paper, ink, light }) {
  const { canvas, noise } = sheet(seed, w, h, paper);
  const piles = /** @type {[number, number, number, number][]} */ ([
    [0.5, 0.79, 0.3, 0.115],
    [0.47, 0.61, 0.235, 0.085],
    [0.53, 0.475, 0.18, 0.066],
    [0.49, 0.375, 0.125, 0.05],
    [0.505, 0.3, 0.075, 0.034],
  ]);
  const tone = (/** @type {number} */ x, /** @type {number} */ y) => {
    for (const [sx, sy, rx, ry] of [...piles].reverse()) {
      const [u, v] = [(x - sx * w) / (rx * w), (y - sy * h) / (ry * h)];
      const far = Math.hypot(u, v) + 0.05 * noise.at(Math.atan2(v, u) * 1.3, sx * 30);
      if (far < 1)
        return clamp(
          0.34 + 0.5 * (u * 0.62 + v * 0.72) + 0.34 * far ** 4 + 0.1 * noise.fbm(x / 50, y / 50, 3),
        );
    }
    const cast = Math.hypot((x - w * 0.62) / (w * 0.42), (y - h * 0.885) / (h * 0.03));
    return cast < 1 ? 0.9 - 0.7 * cast : y > h * 0.87 ? 0.08 : -1;
  };
  [
    [0.75, 0.2],
    [-0.5, 0.42],
    [0.1, 0.6],
    [1.5, 0.76],
  ].forEach(([angle, from]) => hatch(canvas, angle, 8.5, (x, y) => tone(x, y) > from, ink, noise));
  hatch(
    canvas,
    0.75,
    8.5,
    (x, y) => {
      const t = tone(x, y);
      return t >= 0 && t < 0.1 && y < h * 0.86;
    },
    light,
    noise,
  );
  for (const [sx, sy, rx, ry] of piles) {
    const outline = Array.from({ length: 121 }, (_, i) => {
      const a = (i / 120) * 6.2832;
      const r = 1 - 0.05 * noise.at((a > Math.PI ? a - 6.2832 : a) * 1.3, sx * 30);
      return /** @type {Point} */ ([
        sx * w + rx * w * r * Math.cos(a),
        sy * h + ry * h * r * Math.sin(a),
      ]);
    });
    pen(
      canvas,
      outline.filter(
        ([x, y]) =>
          !piles.some(
            ([ox, oy, orx, ory]) =>
              oy < sy && Math.hypot((x - ox * w) / (orx * w), (y - oy * h) / (ory * h)) < 0.97,
          ),
      ),
      2,
      ink,
      noise,
    );
  }
  layOnPaper(canvas, seed, 0.035, 6);
  return canvas;
}

/** Parallel pen lines wherever the test holds. @param {Canvas} canvas @param {number} angle @param {number} gap @param {(x: number, y: number) => boolean} where @param {string} ink @param {import('../lib/noise.mjs').Noise} noise */
function hatch(canvas, angle, gap, where, ink, noise) {
  const { width, height } = canvas;
  const reach = Math.hypot(width, height) / 2;
  for (let offset = -reach; offset < reach; offset += gap) {
    /** @type {Point[]} */
    let line = [];
    for (let s = -reach; s < reach; s += 4) {
      const wobble = 1.6 * noise.at(s / 70, offset / 9);
      const [[x, y]] = rotate(
        [[width / 2 + s, height / 2 + offset + wobble]],
        angle,
        width / 2,
        height / 2,
      );
      if (x > 0 && y > 0 && x < width && y < height && where(x, y)) line.push([x, y]);
      else {
        pen(canvas, line, 1.35, ink, noise, 0.85);
        line = [];
      }
    }
    pen(canvas, line, 1.35, ink, noise, 0.85);
  }
}

/** One line from the centre outward that swells where the picture is dark. @param {string} seed @param {number} size @param {{ paper: string, ink: string }} look */
function spiral(seed, size, { paper, ink }) {
  const { canvas, noise } = sheet(seed, size, size, paper);
  const tone = (/** @type {number} */ x, /** @type {number} */ y) => {
    const [u, v] = [(x - size * 0.5) / size, (y - size * 0.5) / size];
    const moon = Math.hypot(u - 0.1, v + 0.13);
    const crest = 0.14 - 0.16 * noise.ridged(u * 2.4 + 3, 1.4, 4);
    if (v > 0.2)
      return 0.42 + 0.4 * noise.fbm(u * 5, v * 34, 3) - 0.5 * Math.exp(-(((u - 0.1) / 0.07) ** 2));
    if (v > crest) return 0.95 - 1.3 * (v - crest);
    return moon < 0.11
      ? 0.03 + 0.14 * smoothstep(0, 0.4, noise.fbm(u * 14, v * 14, 3))
      : 0.66 - 0.36 * Math.exp(-(moon - 0.11) * 9) + 0.14 * noise.fbm(u * 4, v * 9, 3);
  };
  const gap = 10.5;
  /** @type {Point[]} */
  const line = [];
  for (let a = 0.5; ; a += 4 / Math.max(6, (gap * a) / 6.2832)) {
    const r = (gap * a) / 6.2832;
    if (r > size / 2 - MARGIN) break;
    line.push([size / 2 + r * Math.cos(a), size / 2 + r * Math.sin(a)]);
  }
  for (let i = 0; i + 5 < line.length; i += 4) {
    const part = line.slice(i, i + 6);
    canvas.stroke(
      part,
      (t) => {
        const [x, y] = part[Math.round(t * 5)];
        return 1 + (gap - 2.2) * clamp(tone(x, y));
      },
      hex(ink),
    );
  }
  layOnPaper(canvas, seed, 0.03, 6);
  return canvas;
}

/** Blocks of a town in three hatchings, as vectors. @param {string} seed @param {{ paper: string, ink: string, roof: string }} look @returns {string} */
function town(seed, { paper, ink, roof }) {
  const random = createRandom(seed);
  const noise = createNoise(seed);
  const [w, h, unit] = [1200, 1080, 55];
  const at = (/** @type {number} */ x, /** @type {number} */ y, /** @type {number} */ z) =>
    /** @type {Point} */ ([
      w / 2 + (x - y) * unit * 0.866,
      h * 0.29 + (x + y) * unit * 0.5 - z * unit,
    ]);
  const path = (/** @type {Point[]} */ points, /** @type {string} */ extra) =>
    `<path d="M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}" ${extra}/>`;
  const faces = [];
  for (let sum = 0; sum <= 22; sum++) {
    for (let x = Math.max(0, sum - 11); x <= Math.min(11, sum); x++) {
      const y = sum - x;
      const tall =
        Math.max(
          0.2,
          3.6 +
            4.6 * noise.fbm(x / 5, y / 5, 2) +
            random.normal(0, 1.1) -
            0.05 * ((x - 5.5) ** 2 + (y - 5.5) ** 2),
        ) * (random.chance(0.12) ? 0.12 : 1);
      faces.push(
        ...block(at, path, x, y, tall, { paper, ink, roof: random.chance(0.16) ? roof : paper }),
      );
    }
  }
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}"><rect width="${w}" height="${h}" fill="${paper}"/><g fill="none" stroke="${ink}" stroke-width="1.6" stroke-linejoin="round" stroke-linecap="round">${faces.join('')}</g></svg>\n`;
}

/**
 * @param {(x: number, y: number, z: number) => Point} at @param {(points: Point[], extra: string) => string} path
 * @param {number} x @param {number} y @param {number} tall @param {{ paper: string, ink: string, roof: string }} look
 */
function block(at, path, x, y, tall, { paper, roof }) {
  const [a, b] = [0.92, 0.92];
  const face = (/** @type {Point[]} */ points, /** @type {string} */ fill) =>
    path([...points, points[0]], `fill="${fill}"`);
  const out = [
    face([at(x, y + b, 0), at(x + a, y + b, 0), at(x + a, y + b, tall), at(x, y + b, tall)], paper),
    face([at(x + a, y, 0), at(x + a, y + b, 0), at(x + a, y + b, tall), at(x + a, y, tall)], paper),
    face([at(x, y, tall), at(x + a, y, tall), at(x + a, y + b, tall), at(x, y + b, tall)], roof),
  ];
  for (let z = 0.09; z < tall; z += 0.12)
    out.push(path([at(x + a, y, z), at(x + a, y + b, z)], ''));
  if (tall > 1)
    for (let k = 0.16; k < a; k += 0.19)
      out.push(
        path([at(x + k, y + b, 0.25), at(x + k, y + b, tall - 0.25)], 'stroke-dasharray="9 7"'),
      );
  return out;
}

/** @type {import('../lib/work.mjs').Series} */
export const fieldNotes = {
  name: 'Field Notes',
  style: 'line drawing',
  statement: 'One pen, toned paper: relief, hatching and maps of places that are nowhere.',
  works: [
    {
      title: 'Massif in Profile',
      date: '2016-01-16',
      keywords: ['line drawing', 'mountains'],
      quality: 72,
      draw: () =>
        profiles('massif', 1050, 1350, {
          paper: '#a38d6d',
          ink: '#1d1610',
          rows: 74,
          relief: 0.52,
        }),
    },
    {
      title: 'Survey Without a Country',
      date: '2016-04-24',
      keywords: ['line drawing', 'map'],
      quality: 70,
      draw: () =>
        chart('survey 2', 1400, 1000, { paper: '#39444c', ink: '#cfc8b4', wet: '#86a0ab' }),
    },
    {
      title: 'Cairn',
      date: '2016-08-07',
      keywords: ['line drawing', 'stones', 'hatching'],
      quality: 72,
      draw: () =>
        stones('cairn', 1000, 1300, { paper: '#8d8574', ink: '#1a1714', light: '#e2dac4' }),
    },
    {
      title: 'One Line, Moon',
      date: '2016-12-18',
      keywords: ['line drawing', 'spiral', 'moon'],
      quality: 72,
      draw: () => spiral('one line', 1080, { paper: '#b2a58c', ink: '#1c1f26' }),
    },
    {
      title: 'Hill Town',
      date: '2017-05-13',
      keywords: ['line drawing', 'town', 'hatching'],
      format: 'svg',
      draw: () => town('hill town', { paper: '#9c9a90', ink: '#1c2228', roof: '#6f5546' }),
    },
    {
      title: 'Far Range, Slate',
      date: '2017-09-03',
      keywords: ['line drawing', 'mountains', 'panorama'],
      quality: 72,
      draw: () =>
        profiles('far range', 1700, 760, {
          paper: '#2d363e',
          ink: '#b9b7a8',
          rows: 44,
          relief: 0.62,
          sun: [0.78, 0.25, 62],
          ink2: '#b98a5a',
        }),
    },
    {
      title: 'Massif, Red Ink',
      date: '2022-04-16',
      keywords: ['line drawing', 'mountains', 'red'],
      quality: 72,
      draw: () =>
        profiles('red ink', 1200, 1200, {
          paper: '#fff3e0',
          ink: '#e0402a',
          rows: 64,
          relief: 0.55,
          sun: [0.3, 0.22, 84],
          ink2: '#f28a2e',
        }),
    },
  ],
};
