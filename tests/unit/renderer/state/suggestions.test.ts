import { beforeEach, describe, expect, it } from 'vitest';
import { ME } from '../../../../src-main/contract';
import { profiles } from '../../../../src-renderer/state/profiles.svelte';
import { suggestions } from '../../../../src-renderer/state/suggestions.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';
import { CLIENT, installProfiles, type ScriptedProfiles } from './scripted-profiles';

let bridge: ScriptedBridge;
let people: ScriptedProfiles;
beforeEach(async () => {
  bridge = installBridge();
  people = await installProfiles(bridge);
  bridge.answer({
    'suggestions.list': () => ({ suggestions: [], signals: 0 }),
    'suggestions.react': () => undefined,
  });
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
    people.switchTo(CLIENT);
    await suggestions.undo();
    expect(sent().at(-1)).toEqual({ id: 7, reaction: 'none', profileId: ME });
  });
});
