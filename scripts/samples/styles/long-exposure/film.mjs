import { Canvas } from '../../lib/canvas.mjs';
import { hex, toGamma, toLinear } from '../../lib/colour.mjs';
import { createNoise } from '../../lib/noise.mjs';
import { Plane } from '../../lib/plane.mjs';

/** @typedef {import('../../lib/raster.mjs').Point} Point */

/** A sheet of film: light adds up in linear channels until it is developed. */
export class Film {
  /** @param {number} width @param {number} height */
  constructor(width, height) {
    this.width = width;
    this.height = height;
    this.planes = [0, 1, 2].map(() => new Plane(width, height));
  }

  /** A soft spot. @param {number} x @param {number} y @param {number} radius @param {readonly number[]} light linear */
  spot(x, y, radius, light) {
    const reach = Math.ceil(radius * 2.4);
    for (
      let py = Math.max(0, Math.floor(y - reach));
      py <= Math.min(this.height - 1, y + reach);
      py++
    ) {
      for (
        let px = Math.max(0, Math.floor(x - reach));
        px <= Math.min(this.width - 1, x + reach);
        px++
      ) {
        const weight = Math.exp(-((px - x) ** 2 + (py - y) ** 2) / (radius * radius));
        if (weight > 0.004) this.#add(py * this.width + px, light, weight);
      }
    }
  }

  /** A spot dragged along a line. @param {readonly Point[]} line @param {(t: number) => number} radius @param {(t: number) => readonly number[]} light */
  trail(line, radius, light) {
    for (let i = 0; i + 1 < line.length; i++) {
      const [[ax, ay], [bx, by]] = [line[i], line[i + 1]];
      const t = i / line.length;
      const r = radius(t);
      const steps = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / (r * 0.6)));
      const glow = light(t).map((v) => v * 0.6);
      for (let k = 0; k < steps; k++)
        this.spot(ax + ((bx - ax) * k) / steps, ay + ((by - ay) * k) / steps, r, glow);
    }
  }

  /** A disc of even light with a brighter rim, as a point out of focus gives. @param {number} x @param {number} y @param {number} radius @param {readonly number[]} light */
  disc(x, y, radius, light) {
    for (
      let py = Math.max(0, Math.floor(y - radius));
      py <= Math.min(this.height - 1, y + radius);
      py++
    ) {
      for (
        let px = Math.max(0, Math.floor(x - radius));
        px <= Math.min(this.width - 1, x + radius);
        px++
      ) {
        const away = Math.hypot(px - x, py - y) / radius;
        const edge = Math.min(1, Math.max(0, (1 - away) * radius * 0.35));
        if (edge > 0) this.#add(py * this.width + px, light, edge * (0.55 + 0.45 * away ** 4));
      }
    }
  }

  /** @param {(x: number, y: number) => readonly number[]} light */
  wash(light) {
    for (let i = 0; i < this.width * this.height; i++) {
      this.#add(i, light(i % this.width, Math.floor(i / this.width)), 1);
    }
  }

  /** What stands before the light. @param {(x: number, y: number) => number} left share of light that stays */
  shade(left) {
    for (let i = 0; i < this.width * this.height; i++) {
      const share = left(i % this.width, Math.floor(i / this.width));
      for (const plane of this.planes) plane.data[i] *= share;
    }
  }

  /** Halation, exposure, a soft shoulder and a falling-off of light to the corners. @param {number} bloom @param {number} [exposure] */
  develop(bloom, exposure = 1) {
    const canvas = new Canvas(this.width, this.height, [0, 0, 0]);
    const grain = createNoise('film grain');
    this.planes.forEach((plane, k) => {
      const near = plane.blurred(5);
      const far = plane.blurred(32);
      for (let i = 0; i < plane.data.length; i++) {
        const light = (plane.data[i] + bloom * (0.6 * near.data[i] + 0.9 * far.data[i])) * exposure;
        canvas.data[i * 3 + k] = toGamma(1 - Math.exp(-light));
      }
    });
    canvas.each((x, y, [r, g, b]) => {
      const [dx, dy] = [x / this.width - 0.5, y / this.height - 0.5];
      const corner = 1 - 0.55 * (dx * dx + dy * dy);
      const lift = 0.008 * grain.at(x / 1.7, y / 1.7);
      return [r * corner + lift, g * corner + lift, b * corner + lift];
    });
    return canvas;
  }

  /** @param {number} i @param {readonly number[]} light @param {number} weight */
  #add(i, light, weight) {
    this.planes[0].data[i] += light[0] * weight;
    this.planes[1].data[i] += light[1] * weight;
    this.planes[2].data[i] += light[2] * weight;
  }
}

/** @param {string} colour @param {number} strength */
export const glow = (colour, strength) => hex(colour).map((v) => toLinear(v) * strength);

/**
 * A wash of light from the top to the bottom.
 *
 * @param {[number, string, number][]} stops height (0 to 1), colour, strength
 * @returns {(y: number) => number[]}
 */
export function gradient(stops) {
  return (y) => {
    const next = Math.max(
      1,
      stops.findIndex(([at]) => at >= y),
    );
    const [[a, from, p], [b, to, q]] = [stops[next - 1], stops[next]];
    const t = Math.min(1, Math.max(0, (y - a) / (b - a)));
    const [start, end] = [glow(from, p), glow(to, q)];
    return start.map((v, k) => v + (end[k] - v) * t * t * (3 - 2 * t));
  };
}

/** A wooded skyline, as the height of its edge. @param {string} seed @param {number} base @param {number} relief @param {number} tree */
export function skyline(seed, base, relief, tree) {
  const noise = createNoise(seed);
  return (/** @type {number} */ x) => {
    const ground = base - relief * noise.fbm(x / 420, 2, 4);
    const place = x / 17 + noise.at(x / 60, 5) * 0.8;
    const tip = 1 - Math.abs((place % 1) * 2 - 1);
    const size = tree * (0.45 + 0.9 * Math.abs(noise.at(Math.floor(place) * 0.73, 9)));
    return ground - size * tip ** 1.6 * (0.8 + 0.35 * noise.at(x / 2.6, 1));
  };
}

/** Wet ground: what is above the line comes back, weaker and shaken. @param {Film} film @param {number} floor */
export function mirrorBelow(film, floor) {
  const noise = createNoise('wet ground');
  const above = film.planes.map((plane) => plane.clone());
  for (let y = floor; y < film.height; y++) {
    for (let x = 0; x < film.width; x++) {
      const away = y - floor;
      const shake = noise.fbm(x / 90, away / 5, 3) * away * 0.16;
      film.planes.forEach((plane, k) => {
        plane.data[y * film.width + x] +=
          0.42 * Math.exp(-away / 300) * above[k].sample(x + shake, floor - away * 1.05);
      });
    }
  }
}
