import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EngineError, ME } from '../../../../src-main/contract';
import { introduction } from '../../../../src-renderer/state/introduction.svelte';
import { notices } from '../../../../src-renderer/state/notices.svelte';
import { profiles } from '../../../../src-renderer/state/profiles.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';
import { CLIENT, installProfiles } from './scripted-profiles';

const WORKS = [1, 2, 3, 4, 5];
const CLIENTS_WORKS = [6, 7, 8];

let bridge: ScriptedBridge;
let stop: () => void;
beforeEach(async () => {
  for (const { id } of notices.list) notices.close(id);
  bridge = installBridge();
  await installProfiles(bridge);
  bridge.answer({
    'taste.introduction': () => ({ works: profiles.active?.id === ME ? WORKS : CLIENTS_WORKS }),
    'suggestions.react': () => undefined,
    'gallery.cards': () => [],
  });
  await introduction.begin();
  stop = introduction.open();
});
afterEach(() => stop());

const sent = (): unknown[] =>
  bridge.asked
    .filter(({ name }) => name === 'suggestions.react')
    .map(({ input }) => {
      const { id, reaction } = input as { id: number; reaction: string };
      return [id, reaction];
    });

describe('a minute of your taste', () => {
  it('begins anew, with works of its own, for the profile that is given the word', async () => {
    await introduction.answer('like');
    expect(introduction.isUnderWay).toBe(true);
    await profiles.choose(CLIENT);
    expect(introduction.isUnderWay).toBe(false);
    await vi.waitFor(() => expect(introduction.current).toBe(6));
    await introduction.answer('dismissed');
    expect(bridge.asked.findLast(({ name }) => name === 'suggestions.react')?.input).toEqual({
      id: 6,
      reaction: 'dismissed',
      profileId: CLIENT,
    });
  });

  it('takes two answers back by two quick undos, each of its own work', async () => {
    await introduction.answer('like');
    await introduction.answer('dismissed');
    await introduction.answer('like');
    await Promise.all([introduction.undo(), introduction.undo()]);
    expect(sent().slice(3)).toEqual([
      [3, 'none'],
      [2, 'none'],
    ]);
    expect(introduction.current).toBe(2);
  });

  it('keeps an answer that could not be taken back, and asks again where one was not kept', async () => {
    const refuse = (): never => {
      throw new EngineError('catalogue/disk-full', 'The disk is full');
    };
    await introduction.answer('like');
    bridge.answer({ 'suggestions.react': refuse });
    await introduction.undo();
    expect(introduction.done).toBe(1);
    await Promise.all([introduction.answer('like'), introduction.answer('skipped')]);
    expect(introduction.current).toBe(2);
  });
});
