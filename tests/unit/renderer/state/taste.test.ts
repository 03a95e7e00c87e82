import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ME, type TasteComparison, type TasteProfile } from '../../../../src-main/contract';
import { profiles } from '../../../../src-renderer/state/profiles.svelte';
import { taste } from '../../../../src-renderer/state/taste.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';
import { CLIENT, installProfiles } from './scripted-profiles';

let bridge: ScriptedBridge;
let stop: () => void;
/** Lets the next page come. */
let come: () => void;
beforeEach(async () => {
  bridge = installBridge();
  await installProfiles(bridge);
  bridge.answer({
    'taste.of': () => ({ profileId: profiles.active?.id, liked: 1 }) as unknown as TasteProfile,
    'taste.compare': ({ a, b }) =>
      ({ a: { profileId: a }, b: { profileId: b } }) as unknown as TasteComparison,
  });
  stop = taste.open();
});
afterEach(() => {
  taste.compareWith(null);
  stop();
});

describe('the page of a taste', () => {
  it('of one profile is not shown to another', async () => {
    await vi.waitFor(() => expect(taste.answer.value?.profileId).toBe(ME));
    const late = new Promise<void>((resolve) => (come = resolve));
    bridge.answer({
      'taste.of': () => late.then(() => ({ profileId: CLIENT }) as unknown as TasteProfile),
    });
    await profiles.choose(CLIENT);
    expect(taste.answer.value).toBeNull();
    come();
    await vi.waitFor(() => expect(taste.answer.value?.profileId).toBe(CLIENT));
  });

  it('beside another gives way to the page of that other when it is given the word', async () => {
    await vi.waitFor(() => expect(taste.answer.value?.profileId).toBe(ME));
    taste.compareWith(CLIENT);
    await vi.waitFor(() => expect(taste.comparison.value?.a.profileId).toBe(ME));
    await profiles.choose(CLIENT);
    expect(taste.comparison.value).toBeNull();
    expect(taste.other).toBeNull();
    await vi.waitFor(() => expect(taste.answer.value?.profileId).toBe(CLIENT));
  });
});
