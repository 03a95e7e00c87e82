import { describe, expect, it } from 'vitest';
import {
  between,
  fitCamera,
  panBy,
  toPlane,
  toScreen,
  visibleBox,
  zoomAt,
} from '../../../../src-renderer/lib/map/camera';

const box = { left: -1, top: -0.5, right: 1, bottom: 0.5 };
const screen = { width: 1000, height: 600 };
const limits = { least: 10, most: 10_000 };

describe('fitCamera', () => {
  it('shows the whole box in the middle, as large as the padding allows', () => {
    const camera = fitCamera(box, screen, { x: 100, y: 50 });
    expect(camera.scale).toBe(400);
    expect(toScreen(camera, { x: -1, y: 0 })).toEqual({ x: 100, y: 300 });
    expect(toScreen(camera, { x: 1, y: 0 })).toEqual({ x: 900, y: 300 });
  });

  it('survives a screen that is not there yet and a single point', () => {
    const point = { left: 0, top: 0, right: 0, bottom: 0 };
    expect(fitCamera(point, { width: 0, height: 0 }, { x: 50, y: 50 }).scale).toBeGreaterThan(0);
  });
});

describe('zoomAt', () => {
  const camera = fitCamera(box, screen, { x: 100, y: 50 });
  const pointer = { x: 740, y: 130 };

  it('keeps what lies under the pointer where it is', () => {
    const before = toPlane(camera, pointer);
    const after = toPlane(zoomAt(camera, 3.7, pointer, limits), pointer);
    expect(after.x).toBeCloseTo(before.x);
    expect(after.y).toBeCloseTo(before.y);
  });

  it('stops at its limits', () => {
    expect(zoomAt(camera, 1e9, pointer, limits).scale).toBe(limits.most);
    expect(zoomAt(camera, 1e-9, pointer, limits).scale).toBe(limits.least);
  });
});

describe('panBy', () => {
  const camera = fitCamera(box, screen, { x: 100, y: 50 });

  it('moves with the hand', () => {
    const moved = panBy(camera, { x: 30, y: -20 }, box, screen);
    expect([moved.x - camera.x, moved.y - camera.y]).toEqual([30, -20]);
  });

  it('never loses the works off the screen', () => {
    const far = panBy(camera, { x: 1e6, y: -1e6 }, box, screen);
    expect(toScreen(far, { x: box.left, y: 0 }).x).toBeLessThan(screen.width);
    expect(toScreen(far, { x: 0, y: box.bottom }).y).toBeGreaterThan(0);
  });
});

describe('between', () => {
  it('begins at one camera and ends at the other', () => {
    const from = fitCamera(box, screen, { x: 100, y: 50 });
    const to = zoomAt(from, 8, { x: 200, y: 200 }, limits);
    expect(between(from, to, 0)).toEqual(from);
    expect(between(from, to, 1)).toEqual(to);
  });

  it('keeps the place that both zoom about fixed all the way', () => {
    const from = fitCamera(box, screen, { x: 100, y: 50 });
    const pivot = { x: 200, y: 200 };
    const to = zoomAt(from, 8, pivot, limits);
    const half = toPlane(between(from, to, 0.5), pivot);
    expect(half.x).toBeCloseTo(toPlane(from, pivot).x);
    expect(half.y).toBeCloseTo(toPlane(from, pivot).y);
  });
});

describe('visibleBox', () => {
  it('is what the corners of the screen show', () => {
    const camera = { x: 500, y: 300, scale: 100 };
    expect(visibleBox(camera, screen)).toEqual({ left: -5, top: -3, right: 5, bottom: 3 });
  });
});
