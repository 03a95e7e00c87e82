import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineError, ME, type NextPair } from '../../../../src-main/contract';
import { pairs } from '../../../../src-renderer/state/pairs.svelte';
import { profiles } from '../../../../src-renderer/state/profiles.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';
import { CLIENT, installProfiles } from './scripted-profiles';

const nextOf = (a: number, b: number): NextPair => ({
  pair: { a, b },
  choices: 0,
  works: 4,
  gain: 0.2,
});

let bridge: ScriptedBridge;
let stop: () => void;
beforeEach(async () => {
  bridge = installBridge();
  await installProfiles(bridge);
  bridge.answer({
    'pairs.next': () => (profiles.active?.id === ME ? nextOf(1, 2) : nextOf(3, 4)),
    'pairs.answer': () => undefined,
    'gallery.cards': () => [],
  });
  stop = pairs.open(undefined);
  await vi.waitFor(() => expect(pairs.pair).toEqual({ a: 1, b: 2 }));
});
afterEach(() => stop());

describe('A or B', () => {
  it('asks the profile that is given the word what would teach most of it', async () => {
    await profiles.choose(CLIENT);
    await vi.waitFor(() => expect(pairs.pair).toEqual({ a: 3, b: 4 }));
  });

  it('says when the next pair cannot be had, rather than asking the same again', async () => {
    bridge.answer({
      'pairs.next': () => {
        throw new EngineError('engine/unavailable', 'The engine is away');
      },
    });
    await pairs.answer('a');
    expect(pairs.pair).toBeNull();
    expect(pairs.next.error?.code).toBe('engine/unavailable');
  });

  it('does not bring a pair back to another profile than that which asked for it', async () => {
    let answer = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (answer = resolve));
    bridge.answer({ 'pairs.undo': () => waiting.then(() => ({ a: 1, b: 9 })) });
    const undone = pairs.undo();
    await profiles.choose(CLIENT);
    answer();
    await undone;
    expect(pairs.pair).toEqual({ a: 3, b: 4 });
  });
});
