import { seededRandom } from '../kernel/random';
import type { EvaluatedWork } from './evaluated-work';

const SEED = 1;
/** What makes one label more probable than another: so little that the probabilities stay true. */
const HAIR = 1e-6;

/**
 * The works as somebody answers who does not look at them: every label equally probable and one of them, drawn
 * at random, answered; vectors in random directions; no period. The same each time.
 *
 * @param labels of the movement head
 */
export function answeredByChance(
  labels: readonly string[],
  works: readonly EvaluatedWork[],
): EvaluatedWork[] {
  const random = seededRandom(SEED);
  return works.map((work) => {
    const probabilities = labels.map(() => (1 + HAIR * random()) / labels.length);
    const first = labels[probabilities.indexOf(Math.max(...probabilities))];
    return {
      ...work,
      style: randomDirection(work.style.length, random),
      subject: randomDirection(work.subject.length, random),
      period: null,
      reading: { probabilities, answer: first === undefined ? [] : [first] },
    };
  });
}

/** Normal deviates by Box & Muller, A Note on the Generation of Random Normal Deviates, 1958, scaled to length 1. */
function randomDirection(dim: number, random: () => number): Float32Array {
  const values = Float32Array.from(
    { length: dim },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}
