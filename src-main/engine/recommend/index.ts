export { suggestFor } from './for-you';
export { tasteFrom } from './taste';
