export { similarWorks, type SimilarOptions } from './similar-works';
export { learnStyles, type StyleModel } from './my-styles';
export type { GivenLabel } from './examples';
export { headAnswer, type HeadReading } from './head-answer';
