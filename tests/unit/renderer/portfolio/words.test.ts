import { describe, expect, it } from 'vitest';
import type { Portfolio } from '../../../../src-main/contract';
import {
  changeInWords,
  cohesionInWords,
  listed,
  openingSentence,
} from '../../../../src-renderer/views/portfolio/words';

const turn = { at: '2019-01-01', label: '2019', strength: 1.2, traits: [] };
const portfolio: Portfolio = {
  works: 184,
  firstDate: '2016-02-03',
  lastDate: '2024-11-02',
  cohesion: 0.6,
  axis: 'style',
  silhouette: 0.2,
  clusters: [],
  periods: [],
  turningPoints: [turn, turn],
  outliers: [],
  duplicates: [],
  palette: [],
  styles: [],
};

describe('openingSentence', () => {
  it('tells a body of work in one line', () => {
    expect(openingSentence(portfolio)).toBe('184 works, 2016–2024, two turning points.');
  });

  it('leaves out what is not there', () => {
    const undated = { ...portfolio, works: 1, firstDate: null, lastDate: null, turningPoints: [] };
    expect(openingSentence(undated)).toBe('1 work.');
  });

  it('names a single year once', () => {
    const year = { ...portfolio, lastDate: '2016-12-30', turningPoints: [turn] };
    expect(openingSentence(year)).toBe('184 works, 2016, one turning point.');
  });
});

describe('cohesionInWords', () => {
  it('has a word for close, loose and wide', () => {
    expect(new Set([0.9, 0.6, 0.3].map(cohesionInWords)).size).toBe(3);
  });
});

describe('changeInWords', () => {
  it('joins the strongest differences as a sentence does', () => {
    expect(
      changeInWords([
        { id: 'lightness', z: 1.3 },
        { id: 'temperature', z: -1.1 },
        { id: 'edgeDensity', z: -0.7 },
      ]),
    ).toBe('lighter, cooler and calmer');
  });
});

describe('listed', () => {
  it('joins only the last by "and"', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(listed)).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });
});
