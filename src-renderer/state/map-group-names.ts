import { curatorWord, groupNameOf } from '../i18n';
import { distinctNames, type Telling } from '../lib/map/telling-words';

/** Names for groups in the user's language, no two the same; in the order given. */
export function groupNames(groups: readonly (readonly Telling[])[]): string[] {
  return distinctNames(groups, curatorWord, groupNameOf);
}
