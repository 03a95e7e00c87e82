import { wilsonInterval } from '../kernel/wilson-interval';

/**
 * Works below which a share of right answers says nothing: with 30, half of them right, the share is known to within
 * 17 points either way; with 20 to within 20.
 */
export const FEWEST_WORKS = 30;
/** Half the width of an interval that answers most questions. */
const TEN_POINTS = 0.1;
const FOR_TEN_POINTS = fewestForTen();

/** How many more works it takes before something can be said at all, and before a share is known to within 10 points. */
export function enoughFor(known: number): { lacking: number; lackingForTen: number } {
  return {
    lacking: Math.max(0, FEWEST_WORKS - known),
    lackingForTen: Math.max(0, FOR_TEN_POINTS - known),
  };
}

/** Where half the answers are right an interval is widest. */
function fewestForTen(): number {
  for (let trials = FEWEST_WORKS; ; trials++) {
    const { low, high } = wilsonInterval(trials / 2, trials);
    if ((high - low) / 2 <= TEN_POINTS) return trials;
  }
}
