export { m } from './messages/messages';
export { locale } from './locale.svelte';
export { handsSentence } from './hands';
export { axisName, byAxis, groupNote } from './axes';
export { likenessReason } from './likeness';
export { errorWords } from './errors';
export {
  formatBytes,
  formatCount,
  formatDate,
  formatDuration,
  formatMoment,
  formatPercent,
  formatWorkDate,
} from './format';
export { profileName } from './profiles';
export { signalSentence, signalKindName } from './signals';
export { colourName } from './colours';
export { traitName, traitSentence, traitTendency } from './traits';
export { curatorWord, groupNameOf } from './curator-words';
