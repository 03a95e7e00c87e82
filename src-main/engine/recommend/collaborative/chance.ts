import { seededRandom } from '../../kernel/random';
import type { Scorer } from './scorer';

const SEED = 20_011;

/** Every user's own shuffle: what no knowledge at all reaches. */
export function fitChance(): Scorer {
  return {
    score({ user }, out) {
      const random = seededRandom(SEED + user * 7919);
      for (let item = 0; item < out.length; item++) out[item] = random();
    },
  };
}
