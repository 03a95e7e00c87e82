import { describe, expect, it, test } from 'vitest';
import { COLOUR_NAMES } from '../../../src-main/contract';
import { analyseWork } from '../../../src-main/engine/imaging/analysis/analyse-work';
import { colourName } from '../../../src-main/engine/imaging/analysis/colour-names';
import { parseHex, srgbToOklab } from '../../../src-main/engine/kernel/oklab';
import { flat, grey, paint, within } from './pictures';

const paletteOf = (image: Parameters<typeof analyseWork>[0]) => analyseWork(image).analysis.palette;

describe('the palette', () => {
  it('of one colour is that colour', () => {
    const [only, ...others] = paletteOf(flat('#c48a2a'));
    expect(others).toEqual([]);
    expect(only).toMatchObject({ hex: '#c48a2a', share: 1, accent: false, name: 'ochre' });
  });

  it('keeps a small red seal on grey as an accent', () => {
    const palette = paletteOf(
      paint(256, 192, (x, y) => (within(x, y, 0.7, 0.7, 0.1) ? '#d8331f' : grey(0.55 + 0.25 * y))),
    );
    const accents = palette.filter(({ accent }) => accent);
    expect(accents.map(({ name }) => name)).toEqual(['vermilion']);
    expect(accents[0]?.share).toBeCloseTo(0.01, 2);
  });

  it('keeps the seal on an ink painting, though it is a thousandth of the paper', () => {
    const palette = paletteOf(
      paint(256, 192, (x, y) =>
        within(x, y, 0.8, 0.8, 0.04)
          ? '#a8402c'
          : y > 0.5 + 0.2 * Math.sin(9 * x)
            ? '#57524a'
            : '#cfc3a8',
      ),
    );
    expect(palette.filter(({ accent }) => accent).map(({ name }) => name)).toEqual([
      'venetian_red',
    ]);
  });

  it('does not call a large red field an accent', () => {
    const palette = paletteOf(paint(64, 64, (x) => (x < 0.4 ? '#d8331f' : '#9a9a9a')));
    expect(palette.map(({ accent }) => accent)).toEqual([false, false]);
    expect(palette.map(({ share }) => share)).toEqual([
      expect.closeTo(0.594, 2),
      expect.closeTo(0.406, 2),
    ]);
  });

  it('does not take a few stray pixels for an accent', () => {
    const palette = paletteOf(
      paint(256, 192, (x, y) => (within(x, y, 0.5, 0.5, 0.01) ? '#d8331f' : grey(0.5 + 0.2 * x))),
    );
    expect(palette.some(({ accent }) => accent)).toBe(false);
  });

  it('finds six flat colours with their areas, largest first', () => {
    const stripes = ['#f6f0dc', '#2b2f9e', '#b3122f', '#4a7326', '#fbc800', '#2e2e30'];
    const bounds = [0.3, 0.54, 0.72, 0.85, 0.93, 1];
    const palette = paletteOf(
      paint(200, 20, (x) => stripes[bounds.findIndex((bound) => x < bound)] ?? '#000000'),
    );
    expect(palette.map(({ hex }) => hex)).toEqual(stripes);
    expect(palette.map(({ name }) => name)).toEqual([
      'ivory',
      'ultramarine',
      'crimson',
      'sap_green',
      'cadmium_yellow',
      'charcoal',
    ]);
    expect(palette.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 6);
  });

  it('has at most eight colours however many there are', () => {
    const rainbow = paint(
      256,
      192,
      (x, y) => `#${[x, y, 1 - x].map((v) => grey(v).slice(1, 3)).join('')}`,
    );
    const palette = paletteOf(rainbow);
    expect(palette.length).toBeGreaterThanOrEqual(5);
    expect(palette.length).toBeLessThanOrEqual(8);
  });
});

describe('the names of colours', () => {
  test.each([
    ['#f7f2e0', 'ivory'],
    ['#c8902f', 'ochre'],
    ['#4f2619', 'burnt_umber'],
    ['#2d31a0', 'ultramarine'],
    ['#e03c24', 'vermilion'],
    ['#9dab88', 'sage'],
    ['#606c79', 'slate'],
    ['#87bee2', 'sky_blue'],
    ['#000000', 'ivory_black'],
    ['#ffffff', 'white'],
  ] as const)('%s is %s', (hex, name) => {
    expect(colourName(srgbToOklab(...parseHex(hex)))).toBe(name);
  });

  it('come from the list that the interface words', () => {
    for (let i = 0; i < 500; i++) {
      const name = colourName(srgbToOklab((i * 37) % 256, (i * 91) % 256, (i * 53) % 256));
      expect(COLOUR_NAMES).toContain(name);
    }
  });
});
