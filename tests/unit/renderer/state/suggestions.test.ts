import { beforeEach, describe, expect, it } from 'vitest';
import { ME, type ProfileList } from '../../../../src-main/contract';
import { profiles } from '../../../../src-renderer/state/profiles.svelte';
import { suggestions } from '../../../../src-renderer/state/suggestions.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';

const CLIENT = 2;

let bridge: ScriptedBridge;
let known: ProfileList;
beforeEach(async () => {
  known = {
    profiles: [
      { id: ME, name: 'Me', builtIn: true, signals: 0 },
      { id: CLIENT, name: 'A client', builtIn: false, signals: 0 },
    ],
    active: ME,
    isPrivate: false,
  };
  bridge = installBridge();
  bridge.answer({
    'profiles.list': () => known,
    'profiles.choose': ({ id }) => void (known = { ...known, active: id }),
    'signals.private': ({ on }) => void (known = { ...known, isPrivate: on }),
    'suggestions.list': () => ({ suggestions: [], signals: 0 }),
    'suggestions.react': () => undefined,
  });
  await profiles.refresh();
});

const sent = (): unknown[] =>
  bridge.asked.filter(({ name }) => name === 'suggestions.react').map(({ input }) => input);

describe('the undo of a reaction', () => {
  it('takes back what the same profile said', async () => {
    await suggestions.react(7, 'like');
    expect(suggestions.last).toMatchObject({ id: 7, reaction: 'like' });
    await suggestions.undo();
    expect(sent()).toEqual([
      { id: 7, reaction: 'like', profileId: ME },
      { id: 7, reaction: 'none', profileId: ME },
    ]);
    expect(suggestions.last).toBeNull();
  });

  it('is not offered to another profile', async () => {
    await suggestions.react(7, 'like');
    await profiles.choose(CLIENT);
    expect(suggestions.last).toBeNull();
    await suggestions.undo();
    expect(sent()).toEqual([{ id: 7, reaction: 'like', profileId: ME }]);
  });

  it('is not offered across the beginning of a private session', async () => {
    await suggestions.react(7, 'like');
    await profiles.setPrivate(true);
    await suggestions.undo();
    expect(sent()).toHaveLength(1);
  });

  it('goes to the profile that spoke while another is being given the word', async () => {
    await suggestions.react(7, 'like');
    known = { ...known, active: CLIENT };
    await suggestions.undo();
    expect(sent().at(-1)).toEqual({ id: 7, reaction: 'none', profileId: ME });
  });
});
