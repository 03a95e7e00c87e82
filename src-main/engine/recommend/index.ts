export { prepareAffinities } from './affinity';
export { suggestFor } from './for-you';
export { tasteFrom } from './taste';
export { pairRanking } from './pairs/pair-ranking';
export { nextPair } from './pairs/next-pair';
export { matchRatings, type MatchedRatings } from './ratings/match-ratings';
export { parseRatings } from './ratings/parse-ratings';
export { evaluateSuggestions } from './evaluation/evaluate-suggestions';
export type { RatedItem, RatingTables } from './evaluation/rating-tables';
