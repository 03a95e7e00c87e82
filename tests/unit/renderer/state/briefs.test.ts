import { beforeEach, describe, expect, it } from 'vitest';
import {
  briefSchema,
  EngineError,
  type Brief,
  type BriefPatch,
} from '../../../../src-main/contract';
import { briefs } from '../../../../src-renderer/state/briefs.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';

const BRIEF: Brief = briefSchema.parse({
  id: 'spring',
  name: 'Spring',
  createdAt: '2026-01-01T00:00:00Z',
});

let bridge: ScriptedBridge;
let kept: Brief;
/** Lets the change that is under way come to its end. */
let end: (() => void)[];
beforeEach(async () => {
  bridge = installBridge();
  kept = BRIEF;
  end = [];
  bridge.answer({
    'briefs.list': () => [kept],
    'briefs.change': async ({ patch }) => {
      await new Promise<void>((resolve) => end.push(resolve));
      if (patch.words === 'refused')
        throw new EngineError('catalogue/disk-full', 'The disk is full');
      return (kept = briefSchema.parse({ ...kept, ...patch }));
    },
    'briefs.remove': () => undefined,
  });
  await briefs.refresh();
});

const sent = (): unknown[] =>
  bridge.asked
    .filter(({ name }) => name === 'briefs.change')
    .map(({ input }) => (input as { patch: BriefPatch }).patch);
const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('changes to a brief', () => {
  it('go one after another; what is changed meanwhile goes together', async () => {
    const first = briefs.change('spring', { words: 'quiet' });
    await rest();
    const others = [briefs.change('spring', { size: 5 }), briefs.change('spring', { size: 6 })];
    await rest();
    expect(sent()).toEqual([{ words: 'quiet' }]);
    end[0]!();
    await rest();
    end[1]!();
    expect(await Promise.all([first, ...others])).toEqual([true, true, true]);
    expect(sent()).toEqual([{ words: 'quiet' }, { size: 6 }]);
    expect(kept).toMatchObject({ words: 'quiet', size: 6 });
  });

  it('say of each whether it was kept, and a refused one takes none after it along', async () => {
    const first = briefs.change('spring', { words: 'refused' });
    await rest();
    const second = briefs.change('spring', { size: 5 });
    end[0]!();
    expect(await first).toBe(false);
    expect(briefs.find('spring')).toMatchObject({ words: '', size: 5 });
    await rest();
    end[1]!();
    expect(await second).toBe(true);
    expect(kept).toMatchObject({ words: '', size: 5 });
  });

  it('that go together are refused together', async () => {
    const both = [
      briefs.change('spring', { words: 'refused' }),
      briefs.change('spring', { size: 5 }),
    ];
    await rest();
    end[0]!();
    expect(await Promise.all(both)).toEqual([false, false]);
    expect(briefs.find('spring')).toMatchObject({ words: '', size: 8 });
  });

  it('reach the engine before the brief is put away', async () => {
    const change = briefs.change('spring', { size: 5 });
    const removal = briefs.remove(kept);
    await rest();
    end[0]!();
    await Promise.all([change, removal]);
    const names = bridge.asked.map(({ name }) => name);
    expect(names.indexOf('briefs.remove')).toBeGreaterThan(names.indexOf('briefs.change'));
    expect(names.slice(names.indexOf('briefs.change'))).toContain('briefs.remove');
  });
});
