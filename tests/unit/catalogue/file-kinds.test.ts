import { describe, expect, it } from 'vitest';
import { isHidden, kindOfFile } from '../../../src-main/engine/catalogue/file-kinds';

describe('kindOfFile', () => {
  it.each([
    ['a.jpg', 'readable'],
    ['A.JPEG', 'readable'],
    ['scan.0001.tiff', 'readable'],
    ['raw.NEF', 'readable'],
    ['layers.psd', 'readable'],
    ['drawing.kra', 'unreadable'],
    ['logo.ai', 'unreadable'],
    ['film.mp4', 'other'],
    ['notes.txt', 'other'],
    ['jpg', 'other'],
    ['no extension', 'other'],
  ])('%s is %s', (name, kind) => expect(kindOfFile(name)).toBe(kind));
});

describe('isHidden', () => {
  it.each(['.DS_Store', '._a.jpg', 'Thumbs.db', '$RECYCLE.BIN', '@eaDir'])(
    'passes over %s',
    (name) => expect(isHidden(name)).toBe(true),
  );
  it('sees ordinary names', () => expect(isHidden('a.jpg')).toBe(false));
});
