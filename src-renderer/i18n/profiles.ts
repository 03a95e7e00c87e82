import type { Profile } from '../../src-main/contract';
import { m } from './messages/messages';

/** What a profile is called; the built-in one is 'Me' in the user's language. */
export function profileName({ builtIn, name }: Pick<Profile, 'builtIn' | 'name'>): string {
  return builtIn ? m.profiles_me() : name;
}
