import { describe, expect, it } from 'vitest';
import { keyName } from '../../../src-renderer/lib/shortcut';

const pressed = (key: string, held: Partial<Parameters<typeof keyName>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe('keyName', () => {
  it.each([
    [pressed('a'), 'a'],
    [pressed('A', { shiftKey: true }), 'a'],
    [pressed('?', { shiftKey: true }), '?'],
    [pressed(' '), 'Space'],
    [pressed('a', { ctrlKey: true }), 'Mod+a'],
    [pressed('a', { metaKey: true }), 'Mod+a'],
    [pressed('ArrowLeft', { shiftKey: true }), 'Shift+ArrowLeft'],
    [pressed('ArrowRight', { altKey: true }), 'Alt+ArrowRight'],
  ])('names %o', (event, name) => {
    expect(keyName(event)).toBe(name);
  });
});
