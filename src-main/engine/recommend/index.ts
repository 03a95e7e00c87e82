export { prepareAffinities } from './affinity';
export { suggestFor } from './for-you';
export { tasteFrom } from './taste';
