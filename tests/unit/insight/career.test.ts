import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../src-main/engine/insight/timeline';
import { turningPointsOf } from '../../../src-main/engine/insight/turning-points';
import { several, syntheticTable, type SyntheticWork } from '../../support/synthetic-table';

/** `perYear` works each year, spread over its months. */
function career(
  from: number,
  to: number,
  perYear: number,
  workOf: (year: number) => SyntheticWork,
) {
  return Array.from({ length: to - from + 1 }, (_, y) => from + y).flatMap((year) =>
    Array.from({ length: perYear }, (_, i) => ({
      ...workOf(year),
      date: `${year}-${String(1 + (i % 12)).padStart(2, '0')}-10T12:00:00`,
    })),
  );
}

describe('timeline', () => {
  it.each([
    {
      span: 'two seasons',
      works: [{ date: '2021-03-02' }, { date: '2021-03-20' }, { date: '2021-06-01' }],
      labels: ['2021-03', '2021-06'],
      starts: ['2021-03-01', '2021-06-01'],
    },
    {
      span: 'some years',
      works: [{ date: '2015-05-01' }, { date: '2019-07-01' }],
      labels: ['2015', '2019'],
      starts: ['2015-01-01', '2019-01-01'],
    },
    {
      span: 'a century',
      works: [{ date: '1887-05-01' }, { date: '1953-07-01' }, { date: '1959-07-01' }],
      labels: ['1880s', '1950s'],
      starts: ['1880-01-01', '1950-01-01'],
    },
  ])('of $span goes by $labels', ({ works, labels, starts }) => {
    const periods = timelineOf(syntheticTable(works));
    expect(periods.map(({ label }) => label)).toEqual(labels);
    expect(periods.map(({ start }) => start)).toEqual(starts);
  });

  it('shows palette, trait means and the most typical works of each period', () => {
    const table = syntheticTable([
      ...several(3, { date: '2018-01-01', hue: 20, manner: 0, traits: { lightness: 0.2 } }),
      { date: '2018-02-01', hue: 20, manner: 7, traits: { lightness: 0.2 } },
      ...several(4, { date: '2022-01-01', hue: 250, manner: 1, traits: { lightness: 0.8 } }),
    ]);
    const [early, late] = timelineOf(table);
    expect(early!.count).toBe(4);
    expect(early!.traits.lightness).toBeLessThan(0.3);
    expect(late!.traits.lightness).toBeGreaterThan(0.7);
    expect(early!.works.at(-1)).toBe(4);
    expect(early!.palette[0]!.hex).not.toBe(late!.palette[0]!.hex);
  });

  it('leaves out works of which only the date of the file is known', () => {
    const table = syntheticTable([
      ...several(4, { date: '2018-01-01' }),
      { date: '2026-11-24', dated: false },
      { date: 'unknown' },
    ]);
    expect(timelineOf(table).map(({ count }) => count)).toEqual([4]);
  });

  it('falls back on the dates of files where the works themselves say nothing', () => {
    expect(
      timelineOf(syntheticTable(several(3, { date: '2024-05-01', dated: false }))),
    ).toHaveLength(1);
  });

  it('of nothing is empty', () => {
    expect(timelineOf(syntheticTable([]))).toEqual([]);
  });
});

describe('turning points', () => {
  it('stand where manner and traits change', () => {
    const table = syntheticTable(
      career(2012, 2023, 6, (year) =>
        year < 2019
          ? { manner: 0, traits: { saturation: 0.2 } }
          : { manner: 1, traits: { saturation: 0.9 } },
      ),
    );
    const points = turningPointsOf(table);
    expect(points.map(({ label }) => label)).toEqual(['2019']);
    expect(points[0]!.at).toBe('2019-01-01');
    expect(points[0]!.strength).toBeGreaterThan(1);
    expect(points[0]!.traits[0]).toMatchObject({ id: 'saturation' });
    expect(points[0]!.traits[0]!.z).toBeGreaterThan(0);
  });

  it('can be several', () => {
    const table = syntheticTable(
      career(2010, 2021, 6, (year) => ({ manner: year < 2014 ? 0 : year < 2018 ? 1 : 2 })),
    );
    expect(turningPointsOf(table).map(({ label }) => label)).toEqual(['2014', '2018']);
  });

  it.each([1, 2, 3, 4, 5])('are none in a steady body of work (%i)', (seed) => {
    const steady = career(2012, 2023, 6, () => ({ manner: 0 }));
    expect(turningPointsOf(syntheticTable(steady, seed))).toEqual([]);
  });

  it('are none where two manners go on side by side', () => {
    const works = career(2012, 2023, 6, () => ({})).map((work, i) => ({ ...work, manner: i % 2 }));
    expect(turningPointsOf(syntheticTable(works))).toEqual([]);
  });

  it('do not fall between works of one day', () => {
    const oneDay = [
      ...several(10, { date: '2020-01-01', manner: 0 }),
      ...several(10, { date: '2020-01-01', manner: 1 }),
    ];
    expect(turningPointsOf(syntheticTable(oneDay))).toEqual([]);
  });

  it('need a dozen works', () => {
    const few = [...several(5, { manner: 0 }), ...several(5, { manner: 1, date: '2021-01-01' })];
    expect(turningPointsOf(syntheticTable(few))).toEqual([]);
  });
});
