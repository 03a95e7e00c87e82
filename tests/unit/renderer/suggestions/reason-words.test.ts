import { describe, expect, it } from 'vitest';
import { reasonInWords } from '../../../../src-renderer/views/suggestions/reason-words';

describe('reasonInWords', () => {
  const liked = { kind: 'like-liked', axis: 'palette', trait: null, colour: null } as const;

  it('says on which axis a work resembles what is liked, and where most', () => {
    expect(
      reasonInWords({ ...liked, axis: 'style', trait: 'temperature', deed: 'liked', works: [4] }),
    ).toBe('Close in style to a work you liked, above all in temperature.');
  });

  it('names the colour that is shared, and counts its evidence', () => {
    expect(reasonInWords({ ...liked, colour: 'ochre', deed: 'rated-5', works: [4, 5, 6, 7] })).toBe(
      'Shares the ochre of 4 works you rated 5.',
    );
  });

  it('says no more of what was done than is true of all', () => {
    expect(reasonInWords({ ...liked, deed: 'drawn', works: [4, 5] })).toBe(
      'Close in palette to 2 works you are drawn to.',
    );
  });

  it('says who put a work together with what is liked, one or several', () => {
    const others = { kind: 'together', by: 'people', count: 3, deed: 'rated-5' } as const;
    expect(reasonInWords({ ...others, works: [4, 5] })).toBe(
      'Liked by 3 others who also like 2 works you rated 5.',
    );
    expect(reasonInWords({ ...others, count: 1, deed: 'liked', works: [4] })).toBe(
      'Liked by someone else who also likes a work you liked.',
    );
    expect(reasonInWords({ ...others, by: 'boards', count: 2, deed: 'liked', works: [4] })).toBe(
      'On 2 boards together with a work you liked.',
    );
  });

  it('does not dress a surprise up as a likeness', () => {
    expect(reasonInWords({ kind: 'surprise', trait: null, works: [] })).toBe(
      'Unlike what you have been drawn to so far.',
    );
  });

  it('claims no taste while none is known', () => {
    expect(reasonInWords({ kind: 'cover', trait: 'focus', works: [7] })).toBe(
      'One of the kinds of work gathered here, marked by its focus.',
    );
  });
});
