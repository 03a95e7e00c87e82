import { describe, expect, it } from 'vitest';
import { dateMarks, monthOfDay } from '../../../src-renderer/lib/date-marks';
import { galleryGap } from '../../../src-renderer/lib/gallery-gap';
import { paletteGradient } from '../../../src-renderer/lib/palette-gradient';
import { positionTable } from '../../../src-renderer/lib/position-table';
import { clampOffset, scrollScale } from '../../../src-renderer/lib/tall-scroll';

const day = (iso: string): number => Date.parse(iso) / 86_400_000;

describe('dateMarks', () => {
  const days = ['2016-03-01', '2016-12-31', '2018-01-01', '2018-05-05', '2019-02-02'].map(day);

  it('finds where each year begins', () => {
    expect(dateMarks(Int32Array.from(days))).toEqual([
      { year: 2016, at: 0 },
      { year: 2018, at: 2 },
      { year: 2019, at: 4 },
    ]);
  });

  it('reads a list that goes back in time', () => {
    const marks = dateMarks(Int32Array.from([...days].reverse()));
    expect(marks.map(({ year, at }) => [year, at])).toEqual([
      [2019, 0],
      [2018, 1],
      [2016, 3],
    ]);
  });

  it('knows days before 1970', () => {
    expect(dateMarks(Int32Array.from([day('1888-07-01')]))).toEqual([{ year: 1888, at: 0 }]);
    expect(monthOfDay(day('1888-07-01'))).toBe('1888-07');
  });

  it('has no marks for no works', () => {
    expect(dateMarks(new Int32Array())).toEqual([]);
  });
});

describe('scrollScale', () => {
  it('scrolls px for px as long as the browser allows it', () => {
    expect(scrollScale(1_000_000, 800)).toEqual({ height: 1_000_000, ratio: 1 });
  });

  it('lets a shorter bar reach the very end of a taller content', () => {
    const { height, ratio } = scrollScale(250_000_000, 800);
    expect(height).toBeLessThan(33_000_000);
    expect((height - 800) * ratio).toBeCloseTo(250_000_000 - 800);
  });

  it('keeps offsets within the content', () => {
    expect(clampOffset(-5, 1000, 400)).toBe(0);
    expect(clampOffset(5000, 1000, 400)).toBe(600);
    expect(clampOffset(50, 100, 400)).toBe(0);
  });
});

describe('positionTable', () => {
  it.each([
    ['dense', [4, 2, 9]],
    ['sparse', [4_000_000, 2, 9]],
  ])('finds the places of %s ids', (_, ids) => {
    const positionOf = positionTable(Uint32Array.from(ids));
    expect(ids.map(positionOf)).toEqual([0, 1, 2]);
    expect(positionOf(3)).toBe(-1);
    expect(positionOf(5_000_000)).toBe(-1);
  });
});

describe('paletteGradient', () => {
  it('gives each colour its share of the width', () => {
    const palette = [
      { hex: '#aa0000', share: 0.75 },
      { hex: '#00aa00', share: 0.25 },
    ];
    expect(paletteGradient(palette)).toBe(
      'linear-gradient(to right, #aa0000 0.00% 75.00%, #00aa00 75.00% 100.00%)',
    );
  });

  it('is none where nothing is known', () => {
    expect(paletteGradient([])).toBe('none');
  });
});

describe('galleryGap', () => {
  it.each([
    [80, 6],
    [160, 6],
    [280, 11],
    [400, 16],
    [480, 16],
  ])('puts %i px high rows %i px apart', (zoom, gap) => {
    expect(galleryGap(zoom)).toBe(gap);
  });
});
