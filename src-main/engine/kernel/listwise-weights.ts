/** One array a feature, one number a candidate. */
type Features = readonly Float64Array[];

/** Candidates of which some were chosen. */
export interface ChoiceGroup {
  features: Features;
  /** Places of those that were chosen, among the candidates; not empty. */
  chosen: ArrayLike<number>;
}

const ROUNDS = 200;
const STEP = 0.05;
const START = 0.3;
/** Of the moving means of the gradient and its square. */
const [KEEP, KEEP_SQUARE] = [0.9, 0.99];

/**
 * Weights w >= 0 of features under which the choices are likeliest, a candidate being chosen with the softmax of `w . features`
 * (McFadden, Conditional logit analysis of qualitative choice behavior, 1974; as a loss for rankings: Cao et al., Learning to
 * rank, ICML 2007). A group of n choices counts as the root of n, so that nobody outvotes the others. The likelihood is
 * concave: there is one answer. Found by Adam (Kingma & Ba, ICLR 2015), negative weights being put back to 0.
 *
 * @param against candidates that every group was chosen from besides its own, looked at once for all of them
 */
export function listwiseWeights(
  groups: readonly ChoiceGroup[],
  features: number,
  against?: Features,
): Float64Array {
  const weights = new Float64Array(features).fill(START);
  const mean = new Float64Array(features);
  const square = new Float64Array(features);
  const gradient = new Float64Array(features);
  for (let round = 1; round <= ROUNDS; round++) {
    gradient.fill(0);
    const passed = against && massOf(against, weights);
    for (const group of groups) addGradient(group, weights, passed, gradient);
    for (let f = 0; f < features; f++) {
      const own = gradient[f]! / groups.length;
      mean[f] = KEEP * mean[f]! + (1 - KEEP) * own;
      square[f] = KEEP_SQUARE * square[f]! + (1 - KEEP_SQUARE) * own * own;
      const deviation = Math.sqrt(square[f]! / (1 - KEEP_SQUARE ** round)) + 1e-9;
      const step = (STEP * mean[f]!) / (1 - KEEP ** round) / deviation;
      weights[f] = Math.max(0, weights[f]! + step);
    }
  }
  return weights;
}

/** Adds what a group's log-likelihood gains by more of each weight: what is chosen less what is expected. */
function addGradient(
  { features, chosen }: ChoiceGroup,
  weights: Float64Array,
  passed: Mass | undefined,
  gradient: Float64Array,
): void {
  const own = massOf(features, weights);
  const { total, sums } = passed ? together(own, passed) : own;
  const counts = 1 / Math.sqrt(chosen.length);
  features.forEach((feature, f) => {
    const expected = sums[f]! / total;
    let sum = 0;
    for (let c = 0; c < chosen.length; c++) sum += feature[chosen[c]!]! - expected;
    gradient[f]! += counts * sum;
  });
}

/** What candidates weigh in a softmax, over `exp(highest)` so that nothing overflows. */
interface Mass {
  highest: number;
  total: number;
  /** One a feature: the weights times the values. */
  sums: Float64Array;
}

function massOf(features: Features, weights: Float64Array): Mass {
  const scores = new Float64Array(features[0]?.length ?? 0);
  features.forEach((feature, f) => {
    const weight = weights[f]!;
    for (let i = 0; i < scores.length; i++) scores[i]! += weight * feature[i]!;
  });
  const highest = scores.reduce((most, value) => Math.max(most, value), -Infinity);
  let total = 0;
  for (let i = 0; i < scores.length; i++) total += scores[i] = Math.exp(scores[i]! - highest);
  const sums = new Float64Array(features.length);
  features.forEach((feature, f) => {
    for (let i = 0; i < scores.length; i++) sums[f]! += scores[i]! * feature[i]!;
  });
  return { highest, total, sums };
}

function together(a: Mass, b: Mass): Mass {
  const highest = Math.max(a.highest, b.highest);
  const [ofA, ofB] = [Math.exp(a.highest - highest), Math.exp(b.highest - highest)];
  return {
    highest,
    total: ofA * a.total + ofB * b.total,
    sums: a.sums.map((sum, f) => ofA * sum + ofB * b.sums[f]!),
  };
}
