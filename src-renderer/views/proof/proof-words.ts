import type { MeasuredProof, Proof, ProofMethod } from '../../../src-main/contract';
import { formatCount, formatPercent, m } from '../../i18n';

type Other = keyof MeasuredProof['ahead'];

/** What the list is held against: what others like only where others have said anything. */
export function othersOf({ others }: MeasuredProof): readonly Other[] {
  return others > 0 ? ['popularity', 'random', 'content'] : ['random', 'content'];
}

const NAMES: Readonly<Record<ProofMethod, () => string>> = {
  suggestions: m.proof_method_suggestions,
  content: m.proof_method_content,
  popularity: m.proof_method_popularity,
  random: m.proof_method_random,
};

export function methodName(method: ProofMethod): string {
  return NAMES[method]();
}

/** Whether the suggestions are better than another list: only what chance can't explain is called a difference. */
export function verdictOn(proof: MeasuredProof, other: Other): 'better' | 'same' | 'worse' {
  const { low, high } = proof.ahead[other];
  if (low > 0) return 'better';
  return high < 0 ? 'worse' : 'same';
}

const VERDICTS = {
  better: m.proof_better,
  same: m.proof_same,
  worse: m.proof_worse,
} as const;

export function verdictInWords(proof: MeasuredProof, other: Other): string {
  return VERDICTS[verdictOn(proof, other)]({ method: methodName(other) });
}

/** The answer to the question, in one sentence. */
export function headline(proof: MeasuredProof): string {
  const obvious = othersOf(proof)
    .filter((other) => other !== 'content')
    .map((other) => verdictOn(proof, other));
  if (obvious.includes('worse')) return m.proof_headline_worse();
  if (obvious.every((verdict) => verdict === 'better')) return m.proof_headline_better();
  return m.proof_headline_same();
}

/** 'Of 24 works you like, held back one at a time, the ten suggestions held 11; ten blind picks would have held 2.' */
export function finding({ questions, among, methods }: MeasuredProof): string {
  const expected = (method: ProofMethod): string =>
    formatCount(Math.round(methods[method].recall.value * questions));
  return m.proof_finding({
    questions: formatCount(questions),
    among: formatCount(among),
    found: expected('suggestions'),
    random: expected('random'),
  });
}

/** What is lacking until something can be said. */
export function lackingInWords(proof: Extract<Proof, { kind: 'unknown' }>): string {
  const { liked, lackingLikes, lackingWorks } = proof;
  const works = { count: formatCount(lackingWorks) };
  if (lackingLikes === 0) return m.proof_lacking_works_alone(works);
  const likes = m.proof_lacking_likes({
    liked: formatCount(liked),
    count: formatCount(lackingLikes),
  });
  if (lackingWorks === 0) return likes;
  return [likes, m.proof_lacking_works(works)].join(m.portfolio_space());
}

export function figureInWords({ value, low, high }: { value: number; low: number; high: number }) {
  return m.proof_figure({
    value: formatPercent(value),
    low: formatPercent(low),
    high: formatPercent(high),
  });
}
