export { occlusionMap } from './occlusion-map';
export { similarWorks, worksLike } from './similar-works';
export {
  judgeBy,
  learn,
  learnStyles,
  styleModel,
  type Judge,
  type Learnt,
  type StyleModel,
} from './my-styles';
export { closestHands } from './closest-hands';
export { answeredByChance } from './by-chance';
export { onlyMovements } from './only-movements';
export { labelKey } from './evaluated-work';
export { packStyle, parseStyle, unpackStyle } from './style-file';
export type { Learner } from './learner';
export type { GivenLabel } from './examples';
export { evaluateStyle, evaluationSteps } from './evaluate-style';
export type { EvaluationProgress } from './evaluate-style';
export type { EvaluatedWork, MovementReading } from './evaluated-work';
export { labelledWorks, type LabelledWork } from './labelled-works';
export { enoughFor, FEWEST_WORKS } from './enough';
export { scoreWork } from './score-work';
export { headAnswer } from './head-answer';
export { reviewQueue } from './review-queue';
export { standingOf } from './style-standing';
