import { MAX_PROFILE_FILE_BYTES, ME, type ProfileId } from '../../contract';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { packProfile, unpackProfile } from './profile-file';
import { readUtf8 } from './read-utf8';

/** Whose taste is learnt. */
export function profileHandlers(context: EngineContext): HandlersOf<'profiles'> {
  const { catalogue, emit } = context;
  const { profiles, opinions, artworks } = catalogue;
  const told = <T>(result: T): T => {
    emit('profiles.changed', {});
    return result;
  };
  /** What a profile said may be what the list of another one is learnt from too. */
  const toldOfChoices = <T>(result: T): T => {
    emit('suggestions.changed', {});
    return told(result);
  };
  const show = (id: ProfileId): void => {
    opinions.show(id);
    emit('catalogue.changed', { ids: [], total: artworks.countVisible() });
    emit('suggestions.changed', {});
  };
  return {
    'profiles.list': () => ({
      profiles: profiles.list(),
      active: profiles.active,
      isPrivate: profiles.isPrivate,
    }),
    'profiles.create': ({ name }) => told(profiles.create(name)),
    'profiles.rename': ({ id, name }) => told(profiles.rename(id, name)),
    'profiles.remove': ({ id }) => {
      const wasActive = profiles.active === id;
      profiles.remove(id);
      if (wasActive) show(ME);
      toldOfChoices(undefined);
    },
    'profiles.restore': ({ id }) => toldOfChoices(profiles.restore(id)),
    'profiles.choose': ({ id }) => {
      show(profiles.get(id).id);
      told(undefined);
    },
    'profiles.export': async ({ id }) => {
      const file = await packProfile(catalogue, id);
      return { name: file.name, content: JSON.stringify(file) };
    },
    'profiles.import': async ({ path }) => {
      const text = await readUtf8(path, MAX_PROFILE_FILE_BYTES, 'profile/file-damaged');
      return toldOfChoices(await unpackProfile(catalogue, text));
    },
  };
}
