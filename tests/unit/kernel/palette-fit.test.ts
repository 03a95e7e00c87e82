import { describe, expect, it } from 'vitest';
import { inverseDocumentFrequency } from '../../../src-main/engine/kernel/inverse-document-frequency';
import { paletteFit } from '../../../src-main/engine/kernel/palette-fit';
import type { Oklab } from '../../../src-main/engine/kernel/oklab';

const RED: Oklab = [0.6, 0.2, 0.1];
const BLUE: Oklab = [0.5, -0.05, -0.2];

describe('how well colours answer a palette', () => {
  it.each([
    ['the same two colours', [RED, BLUE], [half(RED), half(BLUE)], 1],
    // one of two is there: (1 + 0) / 2; all of the picture keeps to it: 1
    ['one of two wished colours', [RED, BLUE], [{ lab: RED, share: 1 }], 0.75],
    // the wish is met, half of the picture keeps to it
    ['one wished colour of two', [RED], [half(RED), half(BLUE)], 0.75],
    // 4 % is half of what an accent needs: (0.5 + 0.04) / 2
    [
      'a small accent',
      [RED],
      [
        { lab: RED, share: 0.04 },
        { lab: BLUE, share: 0.96 },
      ],
      0.27,
    ],
    // 0.1 away: exp(-1) of both shares
    ['a neighbouring colour', [RED], [{ lab: [0.7, 0.2, 0.1] as Oklab, share: 1 }], Math.exp(-1)],
    ['nothing wished', [], [half(RED)], 0],
    ['nothing known', [RED], [], 0],
  ])('%s', (_, wished, colours, expected) => {
    expect(paletteFit(wished, colours)).toBeCloseTo(expected, 4);
  });
});

describe('how much a word says', () => {
  it('falls with the texts that hold it, and never below 0', () => {
    // ln(1 + (10 - 1 + 0.5) / 1.5)
    expect(inverseDocumentFrequency(1, 10)).toBeCloseTo(1.9924, 4);
    expect(inverseDocumentFrequency(5, 10)).toBeLessThan(inverseDocumentFrequency(1, 10));
    expect(inverseDocumentFrequency(10, 10)).toBeGreaterThan(0);
  });
});

function half(lab: Oklab) {
  return { lab, share: 0.5 };
}
