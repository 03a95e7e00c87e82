import { describe, expect, it } from 'vitest';
import { hammingDistance, perceptualHash } from '../../../src-main/engine/kernel/perceptual-hash';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import type { RgbImage } from '../../../src-main/engine/kernel/rgb-image';

/** A few soft blobs, drawn at any size: the same picture, not the same pixels. */
function blobs(seed: number, width: number, height: number, gain = 1): RgbImage {
  const random = seededRandom(seed);
  const spots = Array.from({ length: 7 }, () => [
    random(),
    random(),
    0.05 + random() * 0.2,
    random() - 0.5,
  ]);
  const data = new Uint8Array(width * height * 3);
  for (let i = 0; i < width * height; i++) {
    const [x, y] = [((i % width) + 0.5) / width, (Math.floor(i / width) + 0.5) / height];
    let value = 0.5;
    for (const [cx, cy, r, sign] of spots as [number, number, number, number][])
      value += sign * Math.exp(-((x - cx) ** 2 + (y - cy) ** 2) / (2 * r * r));
    data.fill(Math.min(255, Math.max(0, 200 * value * gain)), 3 * i, 3 * i + 3);
  }
  return { width, height, data };
}

describe('perceptual hash', () => {
  const hash = perceptualHash(blobs(1, 256, 192));

  it('hardly changes when the picture is resized', () => {
    expect(hammingDistance(hash, perceptualHash(blobs(1, 111, 83)))).toBeLessThanOrEqual(4);
  });

  it('hardly changes when it is made darker', () => {
    expect(hammingDistance(hash, perceptualHash(blobs(1, 256, 192, 0.7)))).toBeLessThanOrEqual(4);
  });

  it('differs for other pictures', () => {
    for (const seed of [2, 3, 4, 5])
      expect(hammingDistance(hash, perceptualHash(blobs(seed, 256, 192)))).toBeGreaterThan(14);
  });

  it('is 0 where there is nothing to see', () => {
    expect(perceptualHash({ width: 50, height: 40, data: new Uint8Array(6000).fill(173) })).toBe(
      0n,
    );
    expect(perceptualHash({ width: 1, height: 1, data: Uint8Array.of(9, 200, 3) })).toBe(0n);
  });
});

describe('Hamming distance', () => {
  it('counts differing bits in both halves of 64', () => {
    expect(hammingDistance(0n, 0xffffffffffffffffn)).toBe(64);
    expect(hammingDistance(0b1011n << 40n, 0b0010n << 40n)).toBe(2);
    expect(hammingDistance(5n, 5n)).toBe(0);
  });
});
