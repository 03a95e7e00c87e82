import { describe, expect, test } from 'vitest';
import { galleryQuerySchema } from '../../../src-main/contract';
import { mergeFacts } from '../../../src-main/engine/imaging/metadata/facts';

describe('what several blocks of metadata say', () => {
  test('is what the first one says, with the keywords of all', () => {
    const facts = mergeFacts([
      { title: ' ', keywords: ['sea', 'dusk'] },
      { title: 'Harbour', keywords: ['dusk', ''] },
    ]);
    expect(facts).toMatchObject({ title: 'Harbour', keywords: ['sea', 'dusk'], author: null });
  });

  test('holds no keyword too long to be asked for', () => {
    const { keywords } = mergeFacts([{ keywords: ['k'.repeat(250), 'k'.repeat(300)] }]);
    expect(keywords).toHaveLength(1);
    expect(galleryQuerySchema.safeParse({ keyword: keywords[0] }).success).toBe(true);
  });
});
