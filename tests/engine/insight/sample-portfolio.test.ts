import { beforeAll, describe, expect, it } from 'vitest';
import { portfolioSchema, type Portfolio } from '../../../src-main/contract';
import { portfolioOf } from '../../../src-main/engine/insight';
import { suggestFor, tasteFrom } from '../../../src-main/engine/recommend';
import { learnStyles, similarWorks } from '../../../src-main/engine/style';
import { openSampleLibrary, type SampleLibrary } from '../../support/sample-library';

let library: SampleLibrary;
let portfolio: Portfolio;

beforeAll(async () => {
  library = await openSampleLibrary();
  portfolio = await portfolioOf(library.table, {
    exactCopies: [],
    styleOf: () => null,
    axis: 'style',
  });
});

/** The generated works of each series. */
function seriesMembers(): Map<string, number[]> {
  const members = new Map<string, number[]>();
  for (const id of library.table.ids) {
    const series = library.seriesOf(id);
    if (series) members.set(series, [...(members.get(series) ?? []), id]);
  }
  return members;
}

/** The first works of every series of five and more, labelled with its name. */
function firstOfEach(count: number) {
  return [...seriesMembers()]
    .filter(([, ids]) => ids.length >= 5)
    .flatMap(([label, ids]) => ids.slice(0, count).map((artworkId) => ({ artworkId, label })));
}

describe('the sample portfolio', () => {
  it('keeps the contract', () => {
    expect(portfolioSchema.parse(portfolio)).toEqual(portfolio);
  });

  it('turns in 2019, towards colour and light', () => {
    expect(portfolio.turningPoints.map(({ label }) => label)).toEqual(['2019']);
    const traits = portfolio.turningPoints[0]!.traits;
    for (const id of ['colourfulness', 'lightness'] as const)
      expect(traits.find((trait) => trait.id === id)?.z).toBeGreaterThan(0.8);
  });

  it('runs from 2016 to 2024, without the photographs that know no date', () => {
    expect(portfolio.periods[0]?.label).toBe('2016');
    expect(portfolio.periods.at(-1)?.label).toBe('2024');
  });

  it('holds one photogram that stands apart', () => {
    expect(portfolio.outliers[0]?.id).toBe(
      library.idOf('Apart/01 Fern, Eleven Minutes of Sun.jpg'),
    );
    expect(portfolio.outliers.length).toBeLessThanOrEqual(6);
  });

  it('holds two near duplicates and one variant, no more', () => {
    const found = portfolio.duplicates.map(({ relation, works }) => ({
      relation,
      works: works.map((id) => library.table.fileNames.at(id - 1)),
    }));
    expect(found).toEqual([
      {
        relation: 'near',
        works: ['02 Headlands at Five.jpg', '08 Headlands at Five, for the web.jpg'],
      },
      { relation: 'near', works: ['04 Five Birds.jpg', '08 Five Birds, brighter.jpg'] },
      { relation: 'variant', works: ['03 Eddy.jpg', '06 Eddy, ember.jpg'] },
    ]);
  });

  it('falls into clusters that follow the series far better than chance', () => {
    const clusterOf = new Map(
      portfolio.clusters.flatMap(({ works, index }) => works.map((id) => [id, index] as const)),
    );
    let together = 0;
    let pairs = 0;
    for (const ids of seriesMembers().values())
      for (const a of ids)
        for (const b of ids)
          if (a < b) {
            pairs++;
            if (clusterOf.get(a) === clusterOf.get(b)) together++;
          }
    const chance = portfolio.clusters.reduce(
      (sum, { size }) => sum + (size / portfolio.works) ** 2,
      0,
    );
    expect(together / pairs).toBeGreaterThan(3 * chance);
  });

  it('gives every cluster something to be named by', () => {
    for (const { traits } of portfolio.clusters) expect(traits.length).toBeGreaterThan(0);
  });
});

describe('on the sample portfolio', () => {
  it.each([
    { count: 3, right: 0.7 },
    { count: 4, right: 0.75 },
  ])('$count labels a series recognise the other works', ({ count, right }) => {
    const given = firstOfEach(count);
    const { summary, answer } = learnStyles(library.table, given);
    const taught = new Set(given.map(({ artworkId }) => artworkId));
    const asked = [...library.table.ids].filter(
      (id) => !taught.has(id) && library.seriesOf(id) !== null,
    );
    const inSeries = asked.filter((id) =>
      given.some(({ label }) => label === library.seriesOf(id)),
    );
    const best = inSeries.filter(
      (id) => answer(id)!.probabilities[0]!.label === library.seriesOf(id),
    );
    const decided = inSeries.filter((id) => answer(id)!.decision !== null);
    const wrong = decided.filter((id) => answer(id)!.decision !== library.seriesOf(id));
    expect(best.length / inSeries.length).toBeGreaterThan(right);
    expect(wrong.length / decided.length).toBeLessThan(0.15);
    expect(summary.accuracy).toBeGreaterThan(5 * summary.baseline!);
  });

  it('photographs are none of the series: not sure', () => {
    const { answer } = learnStyles(library.table, firstOfEach(3));
    const strangers = [...library.table.ids].filter((id) => library.seriesOf(id) === null);
    const unsure = strangers.filter((id) => answer(id)!.decision === null);
    expect(unsure.length / strangers.length).toBeGreaterThan(0.75);
  });

  it('works similar in style are mostly of one series', async () => {
    const weights = { style: 1, subject: 0, palette: 0 };
    const ids = [...seriesMembers().values()].filter((members) => members.length >= 5).flat();
    const agreeing = await Promise.all(
      ids.map(async (id) => {
        const [hit] = await similarWorks(library.table, id, { weights, limit: 1 });
        return library.seriesOf(hit!.id) === library.seriesOf(id);
      }),
    );
    expect(agreeing.filter(Boolean).length / ids.length).toBeGreaterThan(0.7);
  });

  it('liking ink brings more ink, and one rendering of a picture at most', () => {
    const ink = seriesMembers().get('Mist Studies')!;
    const signals = ink.slice(0, 2).map((artworkId) => ({
      kind: 'like' as const,
      artworkId,
      value: null,
      otherId: null,
      at: '2026-01-01T00:00:00.000Z',
    }));
    const { suggestions } = suggestFor(library.table, tasteFrom(signals, new Date()), {
      limit: 12,
      surprise: 0,
    });
    const ids = suggestions.map(({ id }) => id);
    expect(ids.slice(0, 4).filter((id) => ink.includes(id)).length).toBeGreaterThanOrEqual(3);
    const birds = ['Scissors/04 Five Birds.jpg', 'Scissors/08 Five Birds, brighter.jpg'].map(
      library.idOf,
    );
    expect(ids.filter((id) => birds.includes(id)).length).toBeLessThanOrEqual(1);
  });
});
