import { Canvas } from '../../lib/canvas.mjs';
import { clamp, hex } from '../../lib/colour.mjs';
import { createNoise } from '../../lib/noise.mjs';
import { Plane } from '../../lib/plane.mjs';
import { createRandom } from '../../lib/random.mjs';
import { rectangle } from '../../lib/shapes.mjs';

/** @typedef {import('../../lib/raster.mjs').Point} Point */
/** @typedef {import('../../lib/random.mjs').Random} Random */

/** A table on which painted papers are laid. */
export class Table {
  /** @param {string} seed @param {number} width @param {number} height @param {string} ground */
  constructor(seed, width, height, ground) {
    this.canvas = new Canvas(width, height, hex(ground));
    this.random = createRandom(seed);
    this.gouache = createNoise(`gouache ${seed}`);
    this.seed = seed;
    this.sheets = 0;
    this.lay([rectangle(-30, -30, width + 60, height + 60)], ground);
  }

  /**
   * Lays a paper down; it throws a shadow and shows a lit edge.
   *
   * @param {readonly (readonly Point[])[]} pieces outlines that belong to one paper
   * @param {string} colour @param {number} [lift] pixels above what lies below
   */
  lay(pieces, colour, lift = 5) {
    const place = this.#frame(pieces, lift * 4 + 4);
    const shape = new Plane(place.width, place.height);
    for (const piece of pieces) {
      const outline = cut(piece, this.random);
      shape.fill(
        [outline.map(([x, y]) => /** @type {Point} */ ([x - place.left, y - place.top]))],
        1,
      );
    }
    const soft = shape.blurred(lift * 0.9);
    const shadow = moved(soft, Math.round(lift * 0.7), Math.round(lift));
    this.canvas.stencil(shadow, [0.16, 0.09, 0.1], { ...place, alpha: 0.36, mode: 'multiply' });
    this.#brush(shape, colour, place);
    this.canvas.stencil(without(shape, moved(shape, 2, 2)), [1, 0.99, 0.95], {
      ...place,
      alpha: 0.4,
    });
    this.canvas.stencil(without(shape, moved(shape, -2, -2)), [0.2, 0.12, 0.14], {
      ...place,
      alpha: 0.22,
    });
  }

  /** The part of the table that a paper and its shadow need. @param {readonly (readonly Point[])[]} pieces @param {number} margin */
  #frame(pieces, margin) {
    const xs = pieces.flatMap((piece) => piece.map(([x]) => x));
    const ys = pieces.flatMap((piece) => piece.map(([, y]) => y));
    const left = Math.floor(clamp(Math.min(...xs) - margin, 0, this.canvas.width - 1));
    const top = Math.floor(clamp(Math.min(...ys) - margin, 0, this.canvas.height - 1));
    const right = Math.ceil(clamp(Math.max(...xs) + margin, left + 1, this.canvas.width));
    const bottom = Math.ceil(clamp(Math.max(...ys) + margin, top + 1, this.canvas.height));
    return { left, top, width: right - left, height: bottom - top };
  }

  /** Gouache goes on in strokes and never quite evenly. @param {Plane} mask @param {string} colour @param {{ left: number, top: number }} place */
  #brush(mask, colour, place) {
    const base = hex(colour);
    const shift = this.sheets++ * 57;
    const turn = this.random.range(0, 3.14);
    const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
    this.canvas.stencil(
      mask,
      (x, y) => {
        const [u, v] = [x * cos - y * sin, x * sin + y * cos];
        const stroke = this.gouache.fbm(u / 190 + shift, v / 10, 3);
        const pool = this.gouache.fbm(x / 130 + shift, y / 130, 2);
        const lightness = 1 + 0.045 * stroke + 0.05 * pool;
        return /** @type {import('../../lib/colour.mjs').Rgb} */ (
          base.map((c) => clamp(c * lightness))
        );
      },
      place,
    );
  }
}

/** @param {Plane} plane @param {number} dx @param {number} dy */
function moved(plane, dx, dy) {
  return new Plane(plane.width, plane.height).set((x, y) => plane.at(x - dx, y - dy));
}

/** @param {Plane} plane @param {Plane} other */
function without(plane, other) {
  const out = plane.clone();
  other.data.forEach((v, i) => (out.data[i] = Math.max(0, out.data[i] - v)));
  return out;
}

/** Scissors turn in short straights: the outline keeps small facets. @param {readonly Point[]} outline @param {Random} random @returns {Point[]} */
function cut(outline, random) {
  return outline.map(([x, y]) => [x + random.normal(0, 0.7), y + random.normal(0, 0.7)]);
}
