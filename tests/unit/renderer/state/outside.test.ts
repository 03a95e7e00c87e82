import { beforeEach, describe, expect, it, vi } from 'vitest';
import { navigation } from '../../../../src-renderer/state/navigation.svelte';
import { outside } from '../../../../src-renderer/state/outside.svelte';
import { installBridge, type ScriptedBridge } from './scripted-bridge';

const PICTURE = { path: '/a.jpg' } as unknown as File;

let bridge: ScriptedBridge;
let asked = 0;
beforeEach(() => {
  bridge = installBridge();
  window.oeuvre.pathsOf = () => ['/a.jpg'];
  asked = 0;
  bridge.answer({
    'similar.outside': () => {
      asked++;
      const thumbnail = { mime: 'image/jpeg' as const, data: new Uint8Array() };
      return { fileName: 'a.jpg', width: 4, height: 3, thumbnail, hits: [] };
    },
  });
  outside.start();
  outside.look(PICTURE);
});

describe('a picture from outside', () => {
  it('is compared again when the library becomes another one, not when a single work is rated', async () => {
    await vi.waitFor(() => expect(outside.answer.value?.fileName).toBe('a.jpg'));
    expect(navigation.current.view).toBe('outside');
    bridge.tell('catalogue.changed', { ids: [7], total: 92 });
    expect(asked).toBe(1);
    bridge.tell('catalogue.changed', { ids: [], total: 80 });
    await vi.waitFor(() => expect(asked).toBe(2));
  });

  it('is left alone while another view is shown', async () => {
    await vi.waitFor(() => expect(asked).toBe(1));
    navigation.go({ view: 'gallery' });
    bridge.tell('catalogue.changed', { ids: [], total: 80 });
    expect(asked).toBe(1);
  });
});
