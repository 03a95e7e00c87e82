import { describe, expect, it } from 'vitest';
import { tasteComparisonSchema, tasteProfileSchema } from '../../../../src-main/contract';
import { clustersOf, mergedPalette } from '../../../../src-main/engine/insight';
import {
  compareTastes,
  tasteProfile,
  type DatedSignal,
  type Surroundings,
  type TasteSource,
} from '../../../../src-main/engine/recommend';
import { several, syntheticTable } from '../../../support/synthetic-table';

/** Two manners of forty works each: 1-40 dark and blue, 41-80 light and red. */
const table = syntheticTable([
  ...several(40, { manner: 0, motif: 8, hue: 250, traits: { lightness: 0.2 } }),
  ...several(40, { manner: 1, motif: 9, hue: 30, traits: { lightness: 0.8 } }),
]);
const { clusterOf, clusters } = clustersOf(table);
const surroundings: Surroundings = {
  groupOf: clusterOf,
  groups: clusters,
  paletteOf: (rows, colours) => mergedPalette(table, rows, colours),
  labelOf: (id) => (id <= 3 ? 'night' : null),
  movementOf: () => null,
};
const NOW = new Date('2026-06-30T00:00:00Z');
const said = (kind: DatedSignal['kind'], ids: number[], at = '2026-06-20T00:00:00Z') =>
  ids.map((artworkId): DatedSignal => ({ kind, artworkId, at, value: null, otherId: null }));
const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
const source = (signals: DatedSignal[], profileId = 1): TasteSource => ({
  profileId,
  signals,
  now: NOW,
});
const noTurn = () => Promise.resolve();
const profileOf = (signals: DatedSignal[]) =>
  tasteProfile(table, source(signals), surroundings, noTurn);

describe('a taste', () => {
  it('keeps the contract, whatever is known', async () => {
    for (const signals of [[], said('like', [1]), said('like', from(1, 30))]) {
      const profile = await profileOf(signals);
      expect(tasteProfileSchema.parse(profile)).toEqual(profile);
    }
  });

  it('of dark works is called darker, with the means of both', async () => {
    const { traits } = await profileOf(said('like', from(1, 12)));
    expect(traits[0]?.id).toBe('lightness');
    expect(traits[0]?.isSure).toBe(true);
    expect(traits[0]?.liked).toBeCloseTo(0.2, 1);
    expect(traits[0]?.library).toBeCloseTo(0.5, 1);
    expect(traits[0]?.difference.high).toBeLessThan(0);
    expect(traits.slice(1).some(({ isSure }) => isSure)).toBe(false);
  });

  it('of works from everywhere is not called anything', async () => {
    const { traits } = await profileOf(said('like', [...from(1, 8), ...from(41, 8)]));
    expect(traits.filter(({ isSure }) => isSure)).toEqual([]);
  });

  it('names the groups and words it falls under, against their share of the library', async () => {
    const { styles } = await profileOf(said('like', from(1, 10)));
    const [group, label] = styles;
    expect(group?.name.kind).toBe('group');
    expect(group?.share.value).toBeCloseTo(1, 6);
    expect(group?.share.low).toBeGreaterThan(0.5);
    expect(group?.libraryShare).toBeCloseTo(0.5, 6);
    expect(label?.name).toEqual({ kind: 'label', label: 'night' });
    expect(label?.works).toEqual([1, 2, 3]);
    expect(label?.share.value).toBeCloseTo(0.3, 6);
  });

  it('falls apart into palettes where there are works enough', async () => {
    const one = await profileOf(said('like', from(1, 8)));
    expect(one.palettes).toHaveLength(1);
    expect(one.palettes[0]?.libraryShare).toBeCloseTo(0.5, 6);
    const two = await profileOf(said('like', [...from(1, 7), ...from(41, 5)]));
    expect(two.palettes.map(({ share }) => Math.round(12 * share))).toEqual([7, 5]);
    expect(two.palettes[0]?.works.every((id) => id <= 40)).toBe(true);
  });

  it('of old counts less than of new', async () => {
    const [old, fresh] = [
      said('like', from(41, 5), '2025-01-05T00:00:00Z'),
      said('like', from(1, 5)),
    ];
    const { palettes, certainty } = await profileOf([...old, ...fresh]);
    expect(palettes[0]?.works.every((id) => id <= 40)).toBe(true);
    // 540 days: three half-lives
    expect(palettes[0]?.share).toBeCloseTo(8 / 9, 1);
    expect(certainty.effectiveWorks).toBeLessThan(8);
  });

  it('drifts month by month', async () => {
    const { months } = await profileOf([
      ...said('like', from(41, 4), '2026-04-05T00:00:00Z'),
      ...said('like', [77], '2026-05-05T00:00:00Z'),
      ...said('dismissed', [2], '2026-05-06T00:00:00Z'),
      ...said('like', from(1, 4)),
    ]);
    expect(months.map(({ label, count }) => [label, count])).toEqual([
      ['2026-04', 4],
      ['2026-05', 1],
      ['2026-06', 4],
    ]);
    expect(months[0]!.traits.lightness).toBeCloseTo(0.8, 1);
    expect(months[2]!.traits.lightness).toBeCloseTo(0.2, 1);
  });
});

describe('how sure a taste is', () => {
  it('is unknown below five works, and says how many are lacking', async () => {
    const { certainty } = await profileOf(said('like', from(1, 3)));
    expect(certainty.level).toBe('unknown');
    expect(certainty.tells).toBeNull();
    expect(certainty.advice).toContainEqual({ kind: 'more-likes', count: 2 });
    expect(certainty.advice).toContainEqual({ kind: 'more-passes', count: 5 });
  });

  it('is high where liked works are alike, and tells them from the others', async () => {
    const { certainty } = await profileOf(said('like', from(1, 30)));
    // 10 of the 50 others are of the same manner: one in ten pairs is decided by chance
    expect(certainty.tells?.value).toBeGreaterThan(0.85);
    expect(certainty.level).toBe('sure');
  });

  it('is no better than chance where there is nothing to know', async () => {
    const anyhow = from(1, 80).filter((id) => (id * 37) % 7 < 2);
    const { certainty } = await profileOf(said('like', anyhow));
    expect(certainty.tells?.low).toBeLessThan(0.5);
    expect(certainty.level).toBe('guess');
  });

  it('asks about groups that nothing was said of, and about what is old', async () => {
    const { certainty } = await profileOf(said('like', from(1, 12), '2026-01-01T00:00:00Z'));
    const unseen = certainty.advice.find(({ kind }) => kind === 'unseen-groups');
    expect(unseen?.kind === 'unseen-groups' && unseen.works.every((id) => id > 40)).toBe(true);
    expect(certainty.advice).toContainEqual({ kind: 'recent', days: 180 });
  });
});

describe('two tastes', () => {
  const compare = (a: DatedSignal[], b: DatedSignal[]) =>
    compareTastes(
      table,
      { a: source(a), b: source(b, 2) },
      { a: surroundings, b: surroundings },
      noTurn,
    );

  it('of opposite kinds part, and share nothing', async () => {
    const two = await compare(said('like', from(1, 10)), said('like', from(41, 10)));
    expect(tasteComparisonSchema.parse(two)).toEqual(two);
    expect(two.agreement).toBeLessThan(-0.5);
    expect(two.traits[0]).toMatchObject({ id: 'lightness', isSure: true });
    expect(two.traits[0]?.apart.value).toBeLessThan(-1);
    expect(two.likedByBoth).toEqual([]);
    expect(two.onlyA.every((id) => id <= 40)).toBe(true);
    expect(two.onlyB.every((id) => id > 40)).toBe(true);
    expect(two.onlyB.length).toBeGreaterThan(0);
  });

  it('of one kind agree; what both would like is of it, and nobody turned it down', async () => {
    const passed = said('dismissed', from(30, 5));
    const two = await compare(said('like', from(1, 10)), [...said('like', from(6, 10)), ...passed]);
    expect(two.agreement).toBeGreaterThan(0.5);
    expect(two.likedByBoth).toEqual(from(6, 5));
    expect(two.forBoth.length).toBeGreaterThan(0);
    expect(two.forBoth.every((id) => id <= 40)).toBe(true);
    expect(two.forBoth.filter((id) => two.likedByBoth.includes(id))).toEqual([]);
    expect(two.forBoth.filter((id) => id >= 30 && id < 35)).toEqual([]);
  });

  it('are not said to part over what the other likes too', async () => {
    const two = await compare(said('like', from(1, 10)), [
      ...said('like', from(41, 10)),
      ...said('like', [3]),
    ]);
    expect(two.likedByBoth).toEqual([3]);
    expect(two.onlyA).not.toContain(3);
    expect(two.onlyA.length).toBeGreaterThan(0);
  });

  it('of which one is hardly known are not compared', async () => {
    const two = await compare(said('like', from(1, 10)), said('like', [41]));
    expect(two.agreement).toBeNull();
    expect([...two.forBoth, ...two.onlyA, ...two.onlyB]).toEqual([]);
  });
});
