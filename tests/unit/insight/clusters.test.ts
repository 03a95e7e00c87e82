import { describe, expect, it } from 'vitest';
import { clustersOf, NO_CLUSTER } from '../../../src-main/engine/insight/clusters';
import { cohesionOf } from '../../../src-main/engine/insight/cohesion';
import { several, syntheticTable } from '../../support/synthetic-table';

const FOUR = [
  ...several(16, { manner: 0, hue: 20, traits: { contrast: 0.9 } }),
  ...several(12, { manner: 1, hue: 250, traits: { contrast: 0.1 } }),
  ...several(10, { manner: 2, hue: 130 }),
  ...several(8, { manner: 3, hue: 80, traits: { symmetry: 0.95 } }),
];

describe('clusters', () => {
  it('are as many as there are manners, and hold them', () => {
    const { clusters, clusterOf, silhouette } = clustersOf(syntheticTable(FOUR));
    expect(clusters.map(({ size }) => size)).toEqual([16, 12, 10, 8]);
    expect(new Set(clusterOf.subarray(0, 16)).size).toBe(1);
    expect(clusters[1]!.works.every((id) => id > 16 && id <= 28)).toBe(true);
    expect(silhouette).toBeGreaterThan(0.3);
  });

  it('are told apart by the traits in which they differ most', () => {
    const { clusters } = clustersOf(syntheticTable(FOUR));
    expect(clusters[0]!.traits[0]).toMatchObject({ id: 'contrast', z: expect.any(Number) });
    expect(clusters[0]!.traits[0]!.z).toBeGreaterThan(0.4);
    expect(clusters[1]!.traits[0]!.id).toBe('contrast');
    expect(clusters[1]!.traits[0]!.z).toBeLessThan(-0.4);
    expect(clusters[3]!.traits[0]!.id).toBe('symmetry');
  });

  it('carry a palette whose shares are a whole, leading colour first', () => {
    for (const { palette } of clustersOf(syntheticTable(FOUR)).clusters) {
      expect(palette.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 4);
      expect(palette[0]!.share).toBeGreaterThan(0.5);
      expect(palette[0]!.name).toBe('vermilion');
    }
  });

  it.each([
    { what: 'a body of one manner', works: several(30, { manner: 0 }), sizes: [30] },
    { what: 'a handful of works', works: several(4, {}), sizes: [4] },
    { what: 'nothing', works: [], sizes: [] },
  ])('of $what are at most one, without a name', ({ works, sizes }) => {
    const { clusters } = clustersOf(syntheticTable(works));
    expect(clusters.map(({ size }) => size)).toEqual(sizes);
    expect(clusters.flatMap(({ traits }) => traits)).toEqual([]);
  });

  it('follow another axis when one is named', () => {
    // Works of one manner and another, in which two motifs and two hues are dealt crosswise.
    const table = syntheticTable(
      Array.from({ length: 48 }, (_, i) => ({
        manner: i % 2,
        motif: 5 + (Math.floor(i / 2) % 2),
        hue: 20 + 160 * (Math.floor(i / 4) % 2),
      })),
    );
    for (const [axis, period] of [
      ['style', 1],
      ['subject', 2],
      ['palette', 4],
    ] as const) {
      const { clusters } = clustersOf(table, axis);
      expect(clusters.map(({ size }) => size)).toEqual([24, 24]);
      const sides = clusters.map(
        ({ works }) => new Set(works.map((id) => Math.floor((id - 1) / period) % 2)).size,
      );
      expect(sides).toEqual([1, 1]);
    }
  });

  it('leave out works that are not embedded yet', () => {
    const { clusterOf, clusters } = clustersOf(
      syntheticTable([{ manner: null }, ...several(7, { manner: 0 })]),
    );
    expect(clusterOf[0]).toBe(NO_CLUSTER);
    expect(clusters.flatMap(({ works }) => works)).not.toContain(1);
  });

  it('come out the same every time', () => {
    expect(clustersOf(syntheticTable(FOUR))).toEqual(clustersOf(syntheticTable(FOUR)));
  });
});

describe('cohesion', () => {
  it('is higher for one manner than for four', () => {
    const one = syntheticTable(several(20, { manner: 0 }));
    const four = syntheticTable(FOUR);
    const all = (count: number) => [...Array(count).keys()];
    expect(cohesionOf(one, all(20))).toBeGreaterThan(0.8);
    expect(cohesionOf(four, all(46))).toBeLessThan(cohesionOf(one, all(20)) - 0.2);
  });

  it('is 1 for one work and 0 for none', () => {
    const one = syntheticTable([{}]);
    expect(cohesionOf(one, [0])).toBeCloseTo(1, 5);
    expect(cohesionOf(one, [])).toBe(0);
  });
});
