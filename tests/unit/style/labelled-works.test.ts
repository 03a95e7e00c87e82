import { describe, expect, it } from 'vitest';
import { enoughFor, labelledWorks } from '../../../src-main/engine/style';

const HEADS = {
  movements: ['impressionism', 'post-impressionism', 'art-nouveau', 'rococo'],
  genres: ['portrait', 'still_life', 'genre_painting'],
};

const read = (labels: Record<string, string[]>, authors: Record<number, string> = {}) =>
  labelledWorks(
    Object.entries(labels).flatMap(([label, ids]) =>
      ids.map((id) => ({ artworkId: Number(id), label })),
    ),
    new Map(Object.entries(authors).map(([id, name]) => [Number(id), name])),
    HEADS,
  );

describe('what a label means', () => {
  it.each([
    ['Impressionism', 'impressionism'],
    ['impressionist', 'impressionism'],
    ['印象派', 'impressionism'],
    ['后印象派', 'post-impressionism'],
    ['Post Impressionism', 'post-impressionism'],
    ['  ART_NOUVEAU ', 'art-nouveau'],
    ['Jugendstil', 'art-nouveau'],
    ['新艺术运动', 'art-nouveau'],
    ['Rococó', 'rococo'],
    ['洛可可', 'rococo'],
  ])('%s is the movement %s', (label, name) => {
    expect(read({ [label]: ['1'] }).labels).toEqual([{ label, kind: 'movement', name, works: 1 }]);
  });

  it.each([
    ['Still life', 'still_life'],
    ['静物画', 'still_life'],
    ['Genre scene', 'genre_painting'],
    ['肖像', 'portrait'],
  ])('%s is the genre %s', (label, name) => {
    expect(read({ [label]: ['1'] }).labels).toMatchObject([{ kind: 'genre', name }]);
  });

  it('a name of somebody who made works is an artist', () => {
    const { labels } = read({ 'berthe morisot': ['3'] }, { 1: 'Berthe Morisot', 2: 'Édouard' });
    expect(labels).toMatchObject([{ kind: 'artist', name: 'Berthe Morisot' }]);
  });

  it('any other word is one of its own', () => {
    expect(read({ 'my blue years': ['1', '2'] }).labels).toEqual([
      { label: 'my blue years', kind: 'other', name: null, works: 2 },
    ]);
  });

  it('movements that the model does not know are other words', () => {
    expect(read({ Cubism: ['1'] }).labels).toMatchObject([{ kind: 'other' }]);
  });
});

describe('what is known of a work', () => {
  it('its movement counts, not another word beside it', () => {
    const { works, ambiguous } = read({ impressionist: ['1'], favourites: ['1'], portrait: ['1'] });
    expect(works).toEqual([{ id: 1, movement: 'impressionism', artist: null, genre: 'portrait' }]);
    expect(ambiguous).toBe(0);
  });

  it('with no movement of the model, a word of its own stands for another style', () => {
    expect(read({ 'pixel art': ['1'] }).works).toMatchObject([{ id: 1, movement: 'pixel art' }]);
  });

  it('two words for one movement are one; two movements can not both be right', () => {
    const answer = read({ rococo: ['1', '2'], 洛可可: ['1'], impressionism: ['2'] });
    expect(answer.works).toEqual([{ id: 1, movement: 'rococo', artist: null, genre: null }]);
    expect(answer.ambiguous).toBe(1);
  });

  it('hands count where there are two with two works each', () => {
    const two = read({ rococo: ['1'] }, { 1: 'Ada', 2: 'Ada', 3: 'Ben', 4: 'Ben' });
    expect(two.works.map(({ artist }) => artist)).toEqual(['Ada', 'Ada', 'Ben', 'Ben']);
    const lone = read({ rococo: ['1'] }, { 1: 'Ada', 2: 'Ada', 3: 'Ben' });
    expect(lone.works).toEqual([{ id: 1, movement: 'rococo', artist: null, genre: null }]);
  });
});

it('says how many more labels it takes', () => {
  expect(enoughFor(12)).toEqual({ lacking: 18, lackingForTen: 81 });
  expect(enoughFor(30).lacking).toBe(0);
  expect(enoughFor(500)).toEqual({ lacking: 0, lackingForTen: 0 });
});
