import { describe, expect, it } from 'vitest';
import { portfolioSchema, TRAIT_IDS } from '../../../src-main/contract';
import { portfolioCsv, portfolioOf } from '../../../src-main/engine/insight';
import { several, syntheticTable } from '../../support/synthetic-table';

const unknown = () => null;

describe('portfolio', () => {
  it.each([
    { what: 'nothing', works: [] },
    { what: 'one work', works: [{}] },
    { what: 'works that are not embedded', works: several(9, { manner: null }) },
    {
      what: 'two manners',
      works: [...several(12, { manner: 0 }), ...several(12, { manner: 1, date: '2023-04-01' })],
    },
  ])('of $what keeps the contract', async ({ works }) => {
    const portfolio = await portfolioOf(syntheticTable(works), {
      exactCopies: [],
      styleOf: unknown,
      axis: 'style',
    });
    expect(portfolioSchema.parse(portfolio)).toEqual(portfolio);
    expect(portfolio.works).toBe(works.length);
  });

  it('counts styles, the commonest first, null for not sure', async () => {
    const table = syntheticTable(several(6, {}));
    const styleOf = (id: number) => (id < 4 ? 'ink' : id < 6 ? null : 'mist');
    expect((await portfolioOf(table, { exactCopies: [], styleOf, axis: 'style' })).styles).toEqual([
      { label: 'ink', count: 3 },
      { label: null, count: 2 },
      { label: 'mist', count: 1 },
    ]);
  });

  it('spans the dates that the works know', async () => {
    const table = syntheticTable([
      { date: '2019-05-01' },
      { date: '2016-02-03' },
      { date: '2026-11-24', dated: false },
    ]);
    expect(
      await portfolioOf(table, { exactCopies: [], styleOf: unknown, axis: 'style' }),
    ).toMatchObject({
      firstDate: '2016-02-03',
      lastDate: '2019-05-01',
    });
  });
});

describe('portfolio as CSV', () => {
  const table = syntheticTable([
    { fileName: 'Moon, "late".jpg' },
    { fileName: '=cmd|calc.jpg' },
    { fileName: '雨\n窗.png' },
  ]);
  const csv = portfolioCsv(table, {
    axis: 'style',
    styleOf: (id) => (id === 2 ? 'ink' : null),
  });

  it('has one row a work below its headings, for spreadsheets', () => {
    expect(csv.startsWith('\uFEFFid,file,hash,date,')).toBe(true);
    const lines = csv.trimEnd().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]!.split(',').slice(-TRAIT_IDS.length)).toEqual([...TRAIT_IDS]);
  });

  it('quotes names and keeps a spreadsheet from running them', () => {
    expect(csv).toContain('"Moon, ""late"".jpg"');
    expect(csv).toContain(",'=cmd|calc.jpg,");
    expect(csv).toContain('"雨\n窗.png"');
  });

  it('names style, cluster and palette', () => {
    const second = csv.split('\r\n')[2]!.split(',');
    expect(second[5]).toBe('ink');
    expect(second[6]).toBe('1');
    expect(second[8]).toMatch(/^#[0-9a-f]{6} 0\.700 #[0-9a-f]{6} 0\.300$/);
  });
});
