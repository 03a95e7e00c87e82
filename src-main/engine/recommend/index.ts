export { suggestFor, type ForYouOptions } from './for-you';
export { tasteFrom, type Taste } from './taste';
