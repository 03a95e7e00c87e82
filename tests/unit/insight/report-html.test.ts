import { describe, expect, test } from 'vitest';
import type { Portfolio, Traits } from '../../../src-main/contract';
import { TRAIT_IDS } from '../../../src-main/contract';
import { html, Html } from '../../../src-main/engine/insight/report/html';
import { reportHtml } from '../../../src-main/engine/insight/report/report-html';
import { ReportWords } from '../../../src-main/engine/insight/report/report-words';
import { riverOf } from '../../../src-main/engine/insight/report/river';
import { sentence } from '../../../src-main/engine/insight/report/sections/cover';
import { smoothArea } from '../../../src-main/engine/insight/report/smooth-path';
import type { Language } from '../../../src-main/engine/wording';

const traits = Object.fromEntries(TRAIT_IDS.map((id) => [id, 0.5])) as Traits;
const period = (year: number, count: number, palette: { hex: string; share: number }[]) => ({
  start: `${year}-01-01`,
  label: String(year),
  count,
  palette,
  traits,
  works: [1],
});
const empty: Portfolio = {
  works: 0,
  firstDate: null,
  lastDate: null,
  cohesion: 0,
  axis: 'style',
  silhouette: 0,
  clusters: [],
  periods: [],
  turningPoints: [],
  outliers: [],
  duplicates: [],
  palette: [],
  styles: [],
};
const cluster = { index: 0, size: 1, works: [1], traits: [], palette: [], cohesion: 1 };
const turn = { at: '2019-01-01', label: '2019', strength: 1, traits: [] };

describe('the sentence on the cover', () => {
  const career: Portfolio = {
    ...empty,
    works: 184,
    firstDate: '2016-02-03',
    lastDate: '2024-11-24',
    clusters: [cluster, cluster],
    turningPoints: [turn, turn],
  };
  const cases: [Language, Portfolio, string][] = [
    ['en', career, '184 works, 2016–2024, two groups, two turning points.'],
    ['zh', career, '184 件作品，2016–2024，两组，两次转折。'],
    ['en', { ...empty, works: 1, clusters: [cluster] }, 'one work.'],
    ['en', empty, 'There are no works here yet.'],
  ];
  test.each(cases)('%s', (language, portfolio, expected) => {
    expect(sentence(portfolio, new ReportWords(language)).toLowerCase()).toBe(
      expected.toLowerCase(),
    );
  });
});

test('two groups that differ in the same two traits are told apart by a third', () => {
  const one = {
    traits: [
      { id: 'saturation', z: 1 },
      { id: 'lightness', z: 1 },
      { id: 'focus', z: 1 },
    ],
  } as const;
  const other = {
    traits: [
      { id: 'lightness', z: 1 },
      { id: 'saturation', z: 1 },
      { id: 'focus', z: -1 },
    ],
  } as const;
  const third = {
    traits: [
      { id: 'lightness', z: -1 },
      { id: 'saturation', z: 1 },
    ],
  } as const;
  expect(new ReportWords('en').groupNames([one, other, third])).toEqual([
    'Vivid, light, focused',
    'Light, vivid, all-over',
    'Dark, vivid',
  ]);
});

describe('the river', () => {
  const periods = [
    period(2016, 4, [
      { hex: '#202020', share: 0.75 },
      { hex: '#e0e0e0', share: 0.25 },
    ]),
    period(2017, 16, [{ hex: '#e0e0e0', share: 1 }]),
    period(2020, 1, [{ hex: '#c03020', share: 1 }]),
  ];
  const river = riverOf(periods);
  const width = (i: number) =>
    river.bands.reduce((sum, { upper, lower }) => sum + (lower[i]?.y ?? 0) - (upper[i]?.y ?? 0), 0);

  test('lies in time, is as wide as the works were many, and symmetric', () => {
    expect(river.positions[1]).toBeCloseTo(366 / 1461, 3);
    expect(width(1)).toBeCloseTo(1);
    expect(width(0)).toBeCloseTo(0.3 + 0.7 * 0.5);
    expect(river.bands[0]?.upper[0]?.y).toBeCloseTo((1 - width(0)) / 2);
  });

  test('light flows above dark, each in the colour it has in its period', () => {
    expect(river.bands.map(({ stops }) => stops[0])).toEqual(['#e0e0e0', '#c03020', '#202020']);
  });
});

test('an area is closed, and straight where nothing changes', () => {
  const edge = (y: number) => [
    { x: 0, y },
    { x: 10, y },
  ];
  expect(smoothArea(edge(0), edge(2))).toBe(
    'M0.0,0.0C5.0,0.0 5.0,0.0 10.0,0.0L10.0,2.0C5.0,2.0 5.0,2.0 0.0,2.0Z',
  );
});

describe('markup', () => {
  test('texts are escaped, markup is not', () => {
    expect(html`<i title="${'"<&'}">${['a', html`<b>${1}</b>`, null, false]}</i>`.text).toBe(
      '<i title="&quot;&lt;&amp;">a<b>1</b></i>',
    );
    expect(html`${new Html('<br>')}`.text).toBe('<br>');
  });

  test("a work's title brings in no markup of its own", async () => {
    const page = await reportHtml({
      name: '<script>alert(1)</script>',
      portfolio: { ...empty, works: 1, clusters: [cluster] },
      works: [{ id: 1, title: '"><img src=x onerror=alert(1)>', width: 4, height: 3, date: null }],
      language: 'en',
      version: '1.0.0',
      date: '2026-11-24',
      picture: () => Promise.resolve({ data: new Uint8Array([1, 2, 3]), mime: 'image/jpeg' }),
    });
    expect(page).not.toContain('<script');
    expect(page).not.toContain('<img');
    expect(page).toContain('24 November 2026');
  });

  test('a work without a picture is left out instead of leaving a hole', async () => {
    const page = await reportHtml({
      name: null,
      portfolio: {
        ...empty,
        works: 1,
        clusters: [cluster],
        outliers: [{ id: 1, score: 9, trait: null }],
      },
      works: [{ id: 1, title: 'Lost', width: 4, height: 3, date: '2020-01-01' }],
      language: 'en',
      version: '1.0.0',
      date: '2026-11-24',
      picture: () => Promise.resolve(null),
    });
    expect(page).not.toContain('href="#w1"');
    expect(page).not.toContain('Standing apart');
  });
});
