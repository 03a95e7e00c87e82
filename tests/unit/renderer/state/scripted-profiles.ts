import { ME, type ProfileId, type ProfileList } from '../../../../src-main/contract';
import { profiles } from '../../../../src-renderer/state/profiles.svelte';
import type { ScriptedBridge } from './scripted-bridge';

export const CLIENT: ProfileId = 2;

export interface ScriptedProfiles {
  /** Gives another profile the word in the engine, before the window knows of it. */
  switchTo(active: ProfileId): void;
}

/** 'Me', who has the word, and a client. */
export async function installProfiles(bridge: ScriptedBridge): Promise<ScriptedProfiles> {
  let known: ProfileList = {
    profiles: [
      { id: ME, name: 'Me', builtIn: true, signals: 0 },
      { id: CLIENT, name: 'A client', builtIn: false, signals: 0 },
    ],
    active: ME,
    isPrivate: false,
  };
  bridge.answer({
    'profiles.list': () => known,
    'profiles.choose': ({ id }) => void (known = { ...known, active: id }),
    'signals.private': ({ on }) => void (known = { ...known, isPrivate: on }),
  });
  await profiles.refresh();
  return { switchTo: (active) => void (known = { ...known, active }) };
}
