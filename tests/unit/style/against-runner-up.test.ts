import { describe, expect, it } from 'vitest';
import { learnStyles, type GivenLabel } from '../../../src-main/engine/style';
import { several, syntheticTable } from '../../support/synthetic-table';

const label = (name: string, ...ids: number[]): GivenLabel[] =>
  ids.map((artworkId) => ({ artworkId, label: name }));

/** Works 1-10 are light and calm, 11-20 dark and calm, 21-30 neither; work 31 is dark but made like the light ones. */
const table = syntheticTable([
  ...several(10, { manner: 0, traits: { lightness: 0.9, edgeDensity: 0.1 } }),
  ...several(10, { manner: 1, traits: { lightness: 0.1, edgeDensity: 0.1 } }),
  ...several(10, { manner: 2, traits: { edgeDensity: 0.9 } }),
  { manner: 0, traits: { lightness: 0.1 } },
]);
const MISTS = [...label('mist', 1, 2, 3), ...label('ink', 11, 12, 13)];

describe('what speaks for a label against the runner-up', () => {
  it('is what the examples of the two differ in, and where the work stands with those of the first', () => {
    const against = learnStyles(table, MISTS).answer(5)!.against!;
    expect(against).toMatchObject({ label: 'mist', runnerUp: 'ink' });
    const [first] = against.traits;
    expect(first!.id).toBe('lightness');
    expect(first!.percentile).toBeGreaterThan(60);
    expect(first!.label).toBeGreaterThan(60);
    expect(first!.runnerUp).toBeLessThan(40);
    // Both are calm: that tells nothing.
    expect(against.traits.map(({ id }) => id)).not.toContain('edgeDensity');
  });

  it('leaves out a trait in which the work stands with the others', () => {
    const answer = learnStyles(table, MISTS).answer(31)!;
    expect(answer.probabilities[0]?.label).toBe('mist');
    expect(answer.against!.traits.map(({ id }) => id)).not.toContain('lightness');
  });

  it('does not call the work itself as a witness', () => {
    // With itself left out, one example is left of its label: no median can be told.
    const { answer } = learnStyles(table, [...label('mist', 1, 2), ...label('ink', 11, 12, 13)]);
    expect(answer(1)!.against).toBeNull();
    expect(answer(5)!.against).not.toBeNull();
  });
});
