export { occlusionMap } from './occlusion-map';
export { similarWorks, worksLike } from './similar-works';
export { learnStyles, type StyleModel } from './my-styles';
export type { GivenLabel } from './examples';
export { evaluateStyle } from './evaluate-style';
export type { EvaluatedWork, MovementReading } from './evaluated-work';
export { headAnswer } from './head-answer';
export { reviewQueue } from './review-queue';
export { standingOf } from './style-standing';
