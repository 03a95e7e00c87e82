import { expect, it } from 'vitest';
import { pairPreference } from '../../../src-main/engine/kernel/pair-preference';

/** Unit vectors in the plane: the nearer two angles, the more alike. */
const atDegrees = (...angles: number[]): Float32Array =>
  Float32Array.from(
    angles.flatMap((angle) => [
      Math.cos((angle * Math.PI) / 180),
      Math.sin((angle * Math.PI) / 180),
    ]),
  );

const by = (first: string | null, second: string | null) => ({ first, second });

it('counts the pairs in which the one alike in the first respect is the nearer', () => {
  // Beside the item at 0: by the same hand at 10 and 30, of the same genre at 20 and 40. Of four pairs three are won.
  const shares = pairPreference(atDegrees(0, 10, 30, 20, 40), 2, [
    by('ada', 'portrait'),
    by('ada', 'landscape'),
    by('ada', 'still life'),
    by('ben', 'portrait'),
    by('eve', 'portrait'),
  ]);
  expect(shares[0]).toBe(3 / 4);
  // Nobody else painted a landscape: there is no pair.
  expect(shares[1]).toBeNaN();
});

it('counts equal likeness half, and overlooks what is alike in both respects, in none, or unknown', () => {
  const shares = pairPreference(atDegrees(0, 10, 10, 1, 2, 3), 2, [
    by('ada', 'portrait'),
    by('ada', 'landscape'),
    by('ben', 'portrait'),
    by('ada', 'portrait'),
    by('ben', 'landscape'),
    by(null, 'portrait'),
  ]);
  expect(shares[0]).toBe(1 / 2);
  expect(shares[5]).toBeNaN();
});

it('is empty of nothing', () => {
  expect([...pairPreference(new Float32Array(), 2, [])]).toEqual([]);
});
