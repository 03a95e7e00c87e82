export { matchBrief, swapsFor, type BriefQuestion } from './briefs/match-brief';
export type { MoodImage } from './briefs/image-fit';
export { brokenLimits } from './briefs/limits';
export { wordsOf } from './briefs/word-fit';
export { flowingOrder, sequenceOf } from './sequence/flowing-order';
export { nextDirections } from './next/directions';
export { apartFigures } from './retire/apart-figures';
export { retireProposals, type WorkStrength } from './retire/proposals';
