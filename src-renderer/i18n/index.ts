export { m } from './messages/messages';
export { locale, type LanguageChoice } from './locale.svelte';
export { errorWords, type ErrorWords } from './errors';
export {
  formatBytes,
  formatCount,
  formatDate,
  formatDuration,
  formatPercent,
  formatWorkDate,
} from './format';
export { colourName } from './colours';
export { clusterName, traitName, traitSentence, traitTendency } from './traits';
export { curatorWord, groupNameOf } from './curator-words';
