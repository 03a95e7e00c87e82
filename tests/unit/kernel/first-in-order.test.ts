import { describe, expect, it } from 'vitest';
import { firstInOrder } from '../../../src-main/engine/kernel/first-in-order';
import { seededRandom } from '../../../src-main/engine/kernel/random';

describe('the first in an order', () => {
  const random = seededRandom(3);
  const items = Array.from({ length: 500 }, (_, at) => ({ at, value: Math.floor(random() * 40) }));
  const compare = (a: { value: number }, b: { value: number }) => a.value - b.value;

  it.each([0, 1, 60, 500, 700])('are those a stable sort puts there: %i', (k) => {
    expect(firstInOrder(items, k, compare)).toEqual([...items].sort(compare).slice(0, k));
  });
});
