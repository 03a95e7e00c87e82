import { expect, it, vi } from 'vitest';
import { preferencesSchema } from '../../../../src-main/contract';
import { boards } from '../../../../src-renderer/state/boards.svelte';
import { library } from '../../../../src-renderer/state/library.svelte';
import { preferences } from '../../../../src-renderer/state/preferences.svelte';
import { startStates } from '../../../../src-renderer/state/start';
import { installBridge } from './scripted-bridge';

it('asks again for what could not be had at the start, once the engine is ready', async () => {
  const bridge = installBridge();
  startStates();
  await vi.waitFor(() => expect(preferences.loaded).toBe(true));
  await vi.waitFor(() => expect(boards.list.error?.code).toBe('engine/unavailable'));
  const times = (name: string): number => bridge.asked.filter((it) => it.name === name).length;
  expect(times('preferences.get')).toBe(1);

  bridge.answer({
    'preferences.get': () => preferencesSchema.parse({ language: 'zh', theme: 'dark' }),
    'boards.list': () => [],
    'folders.list': () => [],
    'files.failed': () => [],
    'jobs.list': () => [],
  });
  bridge.tell('engine.state', { state: 'ready' });
  await vi.waitFor(() => expect(boards.list.value).toEqual([]));
  await vi.waitFor(() => expect(library.folders.value).toEqual([]));
  expect(preferences.current).toMatchObject({ language: 'zh', theme: 'dark' });

  bridge.tell('engine.state', { state: 'ready' });
  expect(times('preferences.get')).toBe(2);
  expect(times('boards.list')).toBe(2);
});
