import { winProbability } from './bradley-terry';

/** Nodes and weights of Gauss and Hermite for 9 points: Abramowitz & Stegun, Handbook of Mathematical Functions, table 25.10. */
const NODES = [0, 0.723551018752838, 1.468553289216668, 2.266580584531843, 3.190993201781528];
const WEIGHTS = [
  0.720235215606051, 0.4326515590025558, 0.08847452739437657, 0.004943624275536947,
  0.00003960697726326438,
];

/**
 * What one answer is expected to teach about two strengths, in bits: the mutual information of the answer and of the
 * difference of the strengths, `H(E[p]) - E[H(p)]` (Houlsby, Huszar, Ghahramani & Lengyel, Bayesian active learning for
 * classification and preference learning, 2011, equation 2), the expectations by Gauss-Hermite quadrature.
 *
 * @param mean of the difference of the strengths
 * @param variance of that difference, >= 0
 * @returns 0..1
 */
export function choiceInformation(mean: number, variance: number): number {
  const spread = Math.sqrt(2 * Math.max(0, variance));
  let probability = 0;
  let doubt = 0;
  NODES.forEach((node, i) => {
    for (const side of node === 0 ? [0] : [-node, node]) {
      const p = winProbability(mean + spread * side, 0);
      const weight = WEIGHTS[i]! / Math.sqrt(Math.PI);
      probability += weight * p;
      doubt += weight * entropy(p);
    }
  });
  return Math.max(0, entropy(probability) - doubt);
}

/** Of a yes that comes with probability `p`, in bits. */
function entropy(p: number): number {
  if (p <= 0 || p >= 1) return 0;
  return -p * Math.log2(p) - (1 - p) * Math.log2(1 - p);
}
