import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { galleryQuerySchema, type GalleryQuery } from '../../../src-main/contract';
import { cardsOf, factsOf } from '../../../src-main/engine/storage/gallery/cards';
import { facetsOf } from '../../../src-main/engine/storage/gallery/facets';
import type { GalleryContext } from '../../../src-main/engine/storage/gallery/gallery-context';
import { queryGallery } from '../../../src-main/engine/storage/gallery/gallery-query';
import { addWork, openLibrary, swatch, type Library } from './support';

let library: Library;
const id: Record<string, number> = {};

beforeAll(() => {
  library = openLibrary();
  const add = (name: string, rest: Parameters<typeof addWork>[2] = {}) => {
    id[name] = addWork(library, name, rest);
  };
  add('Study 2.png', { date: '2018-03-01T10:00:00', colour: '#c03020', keywords: ['oil', 'sea'] });
  add('study 10.png', { date: '2019-07-01T10:00:00', colour: '#2040c0', title: 'Blue evening' });
  add('山水画.png', { date: '2020-01-01T10:00:00', colour: '#20a040', description: '黄山的早晨' });
  add('Café.png', { date: '2019-12-31T23:00:00', colour: '#808080', keywords: ['oil'] });
  library.catalogue.opinions.rate([id['Study 2.png'] ?? 0], 4);
  library.catalogue.opinions.setFavourite([id['Café.png'] ?? 0], true);
  library.catalogue.labels.setLabel([id['study 10.png'] ?? 0], '夜景', true);
});
afterAll(() => library.close());

async function names(
  query: Partial<GalleryQuery>,
  context: GalleryContext = {},
): Promise<string[]> {
  const { ids } = await queryGallery(library.catalogue, galleryQuerySchema.parse(query), context);
  return cardsOf(library.catalogue, [...ids]).map(({ fileName }) => fileName);
}

describe('queryGallery', () => {
  it('shows everything, the latest first', async () => {
    expect(await names({})).toEqual(['山水画.png', 'Café.png', 'study 10.png', 'Study 2.png']);
  });

  it('answers in typed arrays of one length', async () => {
    const { ids, aspects, days } = await queryGallery(
      library.catalogue,
      galleryQuerySchema.parse({}),
    );
    expect([ids.length, aspects.length, days.length]).toEqual([4, 4, 4]);
    expect(days[0]).toBe(Date.parse('2020-01-01') / 86_400_000);
  });

  it.each<[Partial<GalleryQuery>, string[]]>([
    [
      { sort: 'name', descending: false },
      ['Café.png', 'Study 2.png', 'study 10.png', '山水画.png'],
    ],
    [
      { sort: 'added', descending: false },
      ['Study 2.png', 'study 10.png', '山水画.png', 'Café.png'],
    ],
    [{ sort: 'rating' }, ['Study 2.png', '山水画.png', 'Café.png', 'study 10.png']],
    [{ sort: 'hue', descending: false }, ['Study 2.png', '山水画.png', 'study 10.png', 'Café.png']],
  ])('sorts by %o', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each<[Partial<GalleryQuery>, string[]]>([
    [{ minRating: 3 }, ['Study 2.png']],
    [{ favourite: true }, ['Café.png']],
    [{ label: '夜景' }, ['study 10.png']],
    [{ keyword: 'oil' }, ['Café.png', 'Study 2.png']],
    [{ keyword: 'oil', minRating: 1 }, ['Study 2.png']],
    [{ from: '2019', to: '2019' }, ['Café.png', 'study 10.png']],
    [{ from: '2019-08-01' }, ['山水画.png', 'Café.png']],
    [{ colour: '#b83024' }, ['Study 2.png']],
    [{ colour: '#2244bb' }, ['study 10.png']],
    [{ colour: '#ff00ff' }, []],
    [{ folderId: 1 }, ['山水画.png', 'Café.png', 'study 10.png', 'Study 2.png']],
    [{ folderId: 99 }, []],
  ])('filters by %o', async (query, expected) => {
    expect(await names(query)).toEqual(expected);
  });

  it.each([
    ['山', ['山水画.png']],
    ['画', ['山水画.png']],
    ['水画', ['山水画.png']],
    ['早晨', ['山水画.png']],
    ['山水画 黄山', ['山水画.png']],
    ['夜', ['study 10.png']],
    ['水山', []],
    ['stu', ['study 10.png', 'Study 2.png']],
    ['cafe', ['Café.png']],
    ['blue eve', ['study 10.png']],
    ['blue 夜景', ['study 10.png']],
    ['"', []],
    ['study AND NOT (', []],
    ['oil sea', ['Study 2.png']],
  ])('finds %s', async (text, expected) => {
    expect(await names({ text })).toEqual(expected);
  });

  it('takes clusters and the order of styles from outside', async () => {
    const [a = 0, b = 0, c = 0, d = 0] = Object.values(id);
    expect(await names({ cluster: 0 }, { clusterWorks: [c, a] })).toEqual([
      '山水画.png',
      'Study 2.png',
    ]);
    expect(await names({ sort: 'style', descending: false }, { styleOrder: [b, d, a, c] })).toEqual(
      ['study 10.png', 'Café.png', 'Study 2.png', '山水画.png'],
    );
  });
});

describe('facetsOf', () => {
  it('counts what the gallery shows', async () => {
    expect(await facetsOf(library.catalogue)).toEqual({
      total: 4,
      labels: [{ label: '夜景', count: 1 }],
      keywords: [
        { keyword: 'oil', count: 2 },
        { keyword: 'sea', count: 1 },
      ],
      years: [
        { year: 2018, count: 1 },
        { year: 2019, count: 2 },
        { year: 2020, count: 1 },
      ],
      ratings: [3, 0, 0, 0, 1, 0],
      favourites: 1,
    });
  });
});

describe('cards and facts', () => {
  it('gives cards in the order asked for and leaves out what is unknown', () => {
    const [a = 0, b = 0] = Object.values(id);
    const cards = cardsOf(library.catalogue, [b, 12345, a]);
    expect(cards.map((card) => card.id)).toEqual([b, a]);
    expect(cards[0]).toMatchObject({ title: 'Blue evening', labels: ['夜景'], missing: false });
    expect(cards[0]?.palette[0]?.hex).toBe('#2040c0');
  });

  it('says where a work lies', () => {
    const facts = factsOf(library.catalogue, id['山水画.png'] ?? 0);
    expect(facts.path).toBe('/library/山水画.png');
    expect(facts.analysis?.palette).toHaveLength(1);
    expect(() => factsOf(library.catalogue, 12345)).toThrowError(/no artwork/i);
  });
});

describe('a small but vivid accent', () => {
  it('is enough to find a work by its colour', async () => {
    const { analyses } = library.catalogue;
    analyses.setSwatches(id['Café.png'] ?? 0, [
      { ...swatch('#808080', 0.99) },
      { ...swatch('#ff00ff', 0.01), accent: true },
    ]);
    expect(await names({ colour: '#ff00ff' })).toEqual(['Café.png']);
  });
});
