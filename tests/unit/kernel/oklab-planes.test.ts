import { expect, test } from 'vitest';
import { srgbToOklab } from '../../../src-main/engine/kernel/oklab';
import { oklabPlanes } from '../../../src-main/engine/kernel/oklab-planes';

test('the fast conversion of a picture agrees with the formula to 1e-5', () => {
  const data = Uint8Array.from({ length: 3 * 4096 }, (_, i) => (i * 37 + (i >> 3) * 11) & 255);
  data.set([0, 0, 0, 255, 255, 255, 1, 0, 0]);
  const planes = oklabPlanes({ width: 64, height: 64, data });
  for (let i = 0; i < 4096; i++) {
    const [l, a, b] = srgbToOklab(data[3 * i]!, data[3 * i + 1]!, data[3 * i + 2]!);
    expect(Math.abs(planes.l[i]! - l)).toBeLessThan(1e-5);
    expect(Math.abs(planes.a[i]! - a)).toBeLessThan(1e-5);
    expect(Math.abs(planes.b[i]! - b)).toBeLessThan(1e-5);
  }
});
