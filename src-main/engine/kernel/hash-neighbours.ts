import { HashIndex } from './hash-index';

/**
 * Calls back for every pair of 64-bit hashes that differ in at most `radius` bits, without measuring all pairs.
 *
 * @param hashes perceptual hashes
 * @param radius 0..11
 * @param visit called once a pair, i < j, with the number of differing bits
 */
export function hashNeighbours(
  hashes: BigUint64Array,
  radius: number,
  visit: (i: number, j: number, distance: number) => void,
): void {
  const before = new HashIndex(hashes, radius);
  for (let j = 0; j < hashes.length; j++) {
    before.near(j, (i, distance) => visit(i, j, distance));
    before.add(j);
  }
}
