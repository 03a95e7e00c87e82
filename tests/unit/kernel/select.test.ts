import { expect, test } from 'vitest';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { selectInPlace } from '../../../src-main/engine/kernel/select';

test('selecting a rank agrees with sorting, equal values among them', () => {
  const random = seededRandom(6);
  for (let round = 0; round < 200; round++) {
    const length = 1 + Math.floor(random() * 40);
    const values = Float32Array.from({ length }, () => Math.floor(random() * 12));
    const sorted = values.slice().sort();
    const rank = Math.floor(random() * length);
    expect(selectInPlace(values, rank)).toBe(sorted[rank]);
    expect(values.sort()).toEqual(sorted);
  }
});
