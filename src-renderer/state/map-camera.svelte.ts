import {
  between,
  fitCamera,
  panBy,
  zoomAt,
  type Box,
  type Camera,
  type Place,
} from '../lib/map/camera';
import { LARGEST_PICTURE, workSide } from '../lib/map/work-size';
import { prefersReducedMotion } from '../lib/view-transition';

const PADDING = { x: 72, y: 64 };
const MOVE_MS = 220;
const EMPTY: Box = { left: -1, top: -1, right: 1, bottom: 1 };

/** Where the style map is looked at from; kept while other views are shown. */
export class MapCamera {
  #camera = $state.raw<Camera>({ x: 0, y: 0, scale: 1 });
  #screen = $state.raw({ width: 0, height: 0 });
  #box: Box = EMPTY;
  #side = $state(workSide(1));
  #isFitted = true;
  #frame = 0;

  get current(): Camera {
    return this.#camera;
  }
  get screen(): { width: number; height: number } {
    return this.#screen;
  }
  /** Longer side of a work on the screen, px. */
  get side(): number {
    return this.#side * this.#camera.scale;
  }

  /** Takes another map: where its works lie and how many they are. */
  look(box: Box, count: number): void {
    const before = this.#box;
    this.#box = box;
    this.#side = workSide(count);
    const isSame = before.left === box.left && before.right === box.right && before.top === box.top;
    if (!isSame || this.#isFitted) this.#show(this.#fitted());
  }

  resize(width: number, height: number): void {
    if (width === this.#screen.width && height === this.#screen.height) return;
    const { x, y, scale } = this.#camera;
    const [dx, dy] = [(width - this.#screen.width) / 2, (height - this.#screen.height) / 2];
    this.#screen = { width, height };
    this.#show(this.#isFitted ? this.#fitted() : { x: x + dx, y: y + dy, scale });
  }

  fit(): void {
    this.#moveTo(this.#fitted());
    this.#isFitted = true;
  }

  /** Shows a part of the plane as large as it fits. */
  fitTo(box: Box): void {
    const wanted = fitCamera(box, this.#screen, { x: 140, y: 120 });
    const { least, most } = this.#limits;
    const scale = Math.min(most, Math.max(least, wanted.scale));
    const centre = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
    this.#moveTo({
      x: this.#screen.width / 2 - centre.x * scale,
      y: this.#screen.height / 2 - centre.y * scale,
      scale,
    });
  }

  /** Follows the wheel, at once. */
  zoom(factor: number, at: Place): void {
    cancelAnimationFrame(this.#frame);
    this.#isFitted = false;
    this.#camera = zoomAt(this.#camera, factor, at, this.#limits);
  }

  /** A step by key or button, about the middle of the screen. */
  step(factor: number): void {
    const middle = { x: this.#screen.width / 2, y: this.#screen.height / 2 };
    this.#moveTo(zoomAt(this.#camera, factor, middle, this.#limits));
  }

  pan(by: Place): void {
    cancelAnimationFrame(this.#frame);
    this.#isFitted = false;
    this.#camera = panBy(this.#camera, by, this.#box, this.#screen);
  }

  /** A step by key: the view moves, the works the other way. */
  panStep(by: Place): void {
    this.#moveTo(panBy(this.#camera, by, this.#box, this.#screen));
  }

  /** Brings a place into view if it is not, moving as little as needed. */
  reveal({ x, y }: Place): void {
    const margin = 90;
    const { width, height } = this.#screen;
    const by = {
      x: Math.max(0, margin - x) + Math.min(0, width - margin - x),
      y: Math.max(0, margin - y) + Math.min(0, height - margin - y),
    };
    if (by.x !== 0 || by.y !== 0) this.panStep(by);
  }

  get #limits(): { least: number; most: number } {
    const fit = this.#fitted().scale;
    return { least: fit * 0.4, most: Math.max(fit * 2, LARGEST_PICTURE / this.#side) };
  }

  #fitted(): Camera {
    return fitCamera(this.#box, this.#screen, PADDING);
  }

  #show(camera: Camera): void {
    cancelAnimationFrame(this.#frame);
    this.#camera = camera;
  }

  #moveTo(to: Camera): void {
    cancelAnimationFrame(this.#frame);
    this.#isFitted = false;
    if (prefersReducedMotion()) return this.#show(to);
    const from = this.#camera;
    const start = performance.now();
    const step = (now: number): void => {
      const share = Math.min(1, Math.max(0, (now - start) / MOVE_MS));
      this.#camera = between(from, to, 1 - (1 - share) ** 3);
      if (share < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }
}
