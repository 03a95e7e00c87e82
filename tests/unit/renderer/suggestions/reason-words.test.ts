import { describe, expect, it } from 'vitest';
import { reasonInWords } from '../../../../src-renderer/views/suggestions/reason-words';

describe('reasonInWords', () => {
  it('says on which axis a work resembles what is liked, and where most', () => {
    expect(
      reasonInWords({ kind: 'like-liked', axis: 'palette', trait: 'temperature', works: [4] }),
    ).toBe('Close in palette to a work you are drawn to, above all in temperature.');
  });

  it('counts its evidence', () => {
    expect(reasonInWords({ kind: 'like-liked', axis: 'style', trait: null, works: [4, 5] })).toBe(
      'Close in style to works you are drawn to.',
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
