import { describe, expect, it } from 'vitest';

import { openTokenizer } from '../../../src-main/engine/inference/tokenizer';
import { CLIP_LIKE, SIGLIP_LIKE } from './support/tokenizers';

describe('a tokenizer like that of CLIP', () => {
  const tokenize = openTokenizer(CLIP_LIKE, { contextLength: 8, padId: 21 });

  it.each([
    { text: 'a  RED blue', ids: [20, 14, 10, 13, 21, 21, 21, 21], used: 5 },
    { text: 'bed', ids: [20, 1, 3, 7, 21, 21, 21, 21], used: 5 },
    { text: 'red-blue', ids: [20, 10, 21, 13, 21, 21, 21, 21], used: 5 },
    { text: '', ids: [20, 21, 21, 21, 21, 21, 21, 21], used: 2 },
  ])("makes of '$text' $ids", ({ text, ids, used }) => {
    expect(tokenize(text)).toEqual({ ids, used });
  });

  it('cuts what is too long, and still ends the text', () => {
    expect(tokenize('red red red red red red red red red')).toEqual({
      ids: [20, 10, 10, 10, 10, 10, 10, 21],
      used: 8,
    });
  });
});

describe('a tokenizer like that of SigLIP', () => {
  const tokenize = openTokenizer(SIGLIP_LIKE, { contextLength: 6, padId: 0 });

  it.each([
    { text: ' Red, boat. ', ids: [3, 10, 1, 0, 0, 0], used: 3 },
    { text: 'bad', ids: [4, 12, 13, 7, 1, 0], used: 5 },
    { text: 'red 红', ids: [3, 4, 2, 1, 0, 0], used: 4 },
  ])("makes of '$text' $ids", ({ text, ids, used }) => {
    expect(tokenize(text)).toEqual({ ids, used });
  });
});

it.each([
  { what: 'another JSON', json: { hello: 'world' } },
  { what: 'no object', json: null },
  {
    what: 'a part that is not known',
    json: { ...CLIP_LIKE, normalizer: { type: 'Unheard' } },
  },
])('refuses $what in the place of a tokenizer', ({ json }) => {
  const open = (): unknown => openTokenizer(json, { contextLength: 8, padId: 0 });

  expect(open).toThrow(expect.objectContaining({ code: 'model/run-failed' }));
});
