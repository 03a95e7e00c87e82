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
    'suggestions.list': () => ({ suggestions: [], signals: 0, others: 0 }),
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

describe('other suggestions', () => {
  const works = Array.from({ length: 20 }, (_, i) => i + 1);
  let judged: Set<number>;
  beforeEach(async () => {
    judged = new Set();
    bridge.answer({
      'suggestions.list': ({ limit = 0, without = [] }) => ({
        suggestions: works
          .filter((id) => !without.includes(id) && !judged.has(id))
          .slice(0, limit)
          .map((id) => ({ id, score: 0, reason: { kind: 'cover', trait: null, works: [] } })),
        signals: 0,
        others: 0,
      }),
      'suggestions.react': ({ id }) => void judged.add(id),
    });
    await suggestions.beginAgain();
  });
  const shown = (): number[] => suggestions.list.map(({ id }) => id);

  it('repeat none of the works that were put aside, until all are seen', async () => {
    const seen = shown();
    for (const size of [8, 4, 0]) {
      await suggestions.others();
      expect(shown()).toHaveLength(size);
      for (const id of shown()) expect(seen).not.toContain(id);
      seen.push(...shown());
    }
    expect(seen.sort((a, b) => a - b)).toEqual(works);
    await suggestions.beginAgain();
    expect(shown()).toEqual(works.slice(0, 8));
  });

  it('can be left for those before, less what was answered since', async () => {
    const first = shown();
    await suggestions.react(first[2]!, 'like');
    await suggestions.others();
    const second = shown();
    await suggestions.react(second[0]!, 'dismissed');
    await suggestions.back();
    expect(suggestions.listsBefore).toBe(0);
    expect(shown().slice(0, 7)).toEqual(first.filter((id) => id !== first[2]));
    expect(shown()).not.toContain(second[0]);
  });

  it('begin with the first of them under the keys', async () => {
    suggestions.step(1);
    await suggestions.others();
    expect(suggestions.focus).toBe(9);
  });

  it('are kept apart for each profile', async () => {
    await suggestions.others();
    await profiles.choose(CLIENT);
    await suggestions.load();
    expect(shown()).toEqual(works.slice(0, 8));
    await profiles.choose(ME);
    await suggestions.load();
    expect(shown()).toEqual(works.slice(8, 16));
  });
});

describe('a private session', () => {
  const works = Array.from({ length: 20 }, (_, i) => i + 1);
  let shown: () => number[];
  beforeEach(async () => {
    shown = () => suggestions.list.map(({ id }) => id);
    // Nothing that is said is kept.
    bridge.answer({
      'suggestions.list': ({ limit = 0, without = [], surprise = 0 }) => ({
        suggestions: works
          .slice(surprise > 0.5 ? 10 : 0)
          .filter((id) => !without.includes(id))
          .slice(0, limit)
          .map((id) => ({ id, score: 0, reason: { kind: 'cover', trait: null, works: [] } })),
        signals: 0,
        others: 0,
      }),
    });
    await profiles.setPrivate(true);
    await suggestions.beginAgain();
  });

  it('shows further works in the place of those answered, until there are none', async () => {
    for (const id of works) {
      expect(shown()).toContain(id);
      await suggestions.react(id, 'dismissed');
      await suggestions.load();
    }
    expect(shown()).toEqual([]);
    expect(suggestions.hasUnkept).toBe(true);
  });

  it('brings nothing back that was dismissed, whatever was listed meanwhile', async () => {
    await suggestions.react(3, 'dismissed');
    bridge.answer({ 'preferences.set': ({ surprise = 0 }) => ({ surprise }) as never });
    suggestions.surprise(1);
    await suggestions.load();
    suggestions.surprise(0);
    await suggestions.load();
    expect(shown()).not.toContain(3);
    await suggestions.undo();
    expect(shown()).toContain(3);
  });
});

describe('the list of a profile', () => {
  it('is not shown to the next one while its own is under way', async () => {
    const suggestionOf = (id: number) => ({
      id,
      score: 0,
      reason: { kind: 'cover' as const, trait: null, works: [] },
    });
    bridge.answer({
      'suggestions.list': () => ({ suggestions: [suggestionOf(7)], signals: 0, others: 0 }),
    });
    await suggestions.beginAgain();
    const stop = suggestions.open();
    bridge.answer({ 'suggestions.list': () => new Promise<never>(() => undefined) });
    await profiles.choose(CLIENT);
    expect(suggestions.list).toEqual([]);
    stop();
  });
});
