import { describe, expect, it } from 'vitest';
import { hashNeighbours } from '../../../src-main/engine/kernel/hash-neighbours';
import { hammingDistance } from '../../../src-main/engine/kernel/perceptual-hash';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { UnionFind } from '../../../src-main/engine/kernel/union-find';

const random = seededRandom(11);
const word = () => BigInt(Math.floor(random() * 2 ** 32));
const anyHash = () => (word() << 32n) | word();

function flip(hash: bigint, bits: number): bigint {
  const places = new Set<number>();
  while (places.size < bits) places.add(Math.floor(random() * 64));
  return [...places].reduce((h, place) => h ^ (1n << BigInt(place)), hash);
}

/** 60 unrelated hashes, each with a relative at 0 to 12 bits. */
const HASHES = BigUint64Array.from(
  Array.from({ length: 60 }, anyHash).flatMap((hash, i) => [hash, flip(hash, i % 13)]),
);

describe('hash neighbours', () => {
  it.each([0, 3, 4, 7, 8, 11])(
    'within %i bits are exactly those a full comparison finds',
    (radius) => {
      const found: string[] = [];
      hashNeighbours(HASHES, radius, (i, j, distance) => found.push(`${i} ${j} ${distance}`));
      const expected: string[] = [];
      for (let j = 0; j < HASHES.length; j++)
        for (let i = 0; i < j; i++) {
          const distance = hammingDistance(HASHES[i]!, HASHES[j]!);
          if (distance <= radius) expected.push(`${i} ${j} ${distance}`);
        }
      expect(found.sort()).toEqual(expected.sort());
      expect(found.length).toBeGreaterThan(3);
    },
  );

  it('refuses a radius for which it would not be exact', () => {
    expect(() => hashNeighbours(HASHES, 12, () => undefined)).toThrow('Expected a radius of 0..11');
  });
});

describe('union find', () => {
  it('joins chains into groups and leaves single items out', () => {
    const sets = new UnionFind(7);
    sets.join(4, 1);
    sets.join(6, 5);
    sets.join(1, 2);
    sets.join(2, 4);
    expect(sets.groups()).toEqual([
      [1, 2, 4],
      [5, 6],
    ]);
    expect(sets.find(4)).toBe(sets.find(2));
    expect(sets.find(0)).not.toBe(sets.find(3));
  });
});
