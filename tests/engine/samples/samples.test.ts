import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import exifr from 'exifr';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';

interface Sample {
  file: string;
  series: string;
  style: string;
  title: string;
  date: string;
  width: number;
  height: number;
  keywords: string[];
  relation?: { kind: string; of?: string };
}

const folder = resolve(import.meta.dirname, '../../../resources/samples');
const catalogue = JSON.parse(readFileSync(join(folder, 'samples.json'), 'utf8')) as {
  series: { name: string; style: string }[];
  works: Sample[];
  publicDomain: { file: string; author: string }[];
};
const { works, publicDomain } = catalogue;

const related = (kind: string): Sample[] => works.filter((work) => work.relation?.kind === kind);

const original = (work: Sample): Sample | undefined =>
  works.find(({ file }) => file === work.relation?.of);

const imagesOnDisk = (): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(jpg|png|webp|tif|svg)$/u.test(file))
    .sort();

describe('the sample portfolio', () => {
  it('holds what its list says and nothing else', () => {
    const listed = [...works, ...publicDomain].map(({ file }) => file).sort();

    expect(imagesOnDisk()).toEqual(listed);
  });

  it('shows at least sixty works in at least six styles over at least five years', () => {
    const years = new Set(works.map(({ date }) => date.slice(0, 4)));

    expect(works.length).toBeGreaterThanOrEqual(60);
    expect(new Set(works.map(({ style }) => style)).size).toBeGreaterThanOrEqual(6);
    expect(years.size).toBeGreaterThanOrEqual(5);
  });

  it('stays under 15 MB', () => {
    const bytes = imagesOnDisk().map((file) => statSync(join(folder, file)).size);

    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(15_000_000);
  });

  it('exercises every common format', () => {
    const endings = new Set(works.map(({ file }) => file.slice(file.lastIndexOf('.') + 1)));

    expect([...endings].sort()).toEqual(['jpg', 'png', 'svg', 'tif', 'webp']);
  });

  it.each([
    ['near-duplicate', 2],
    ['variant', 1],
  ])('declares each %s together with its original', (kind, count) => {
    const found = related(kind);

    expect(found).toHaveLength(count);
    for (const work of found) expect(original(work)?.series).toBe(work.series);
  });

  it('has one outlier, alone in its style', () => {
    const [outlier, ...others] = related('outlier');

    expect(others).toEqual([]);
    expect(works.filter(({ style }) => style === outlier?.style)).toEqual([outlier]);
  });

  it('decodes at the size it states', async () => {
    for (const { file, width, height } of works) {
      const found = await sharp(join(folder, file)).metadata();
      expect({ file, width: found.width, height: found.height }).toEqual({ file, width, height });
      expect(Math.max(width, height)).toBeGreaterThanOrEqual(1000);
    }
  });

  it('carries date, title and credit in the EXIF of every JPEG', async () => {
    for (const { file, date, title } of works.filter((work) => work.file.endsWith('.jpg'))) {
      const exif = (await exifr.parse(join(folder, file))) as Record<string, unknown>;
      const taken = exif['DateTimeOriginal'] as Date;
      expect({
        file,
        title: exif['ImageDescription'],
        artist: exif['Artist'],
        year: taken.getFullYear(),
      }).toEqual({
        file,
        title,
        artist: 'Oeuvre sample portfolio',
        year: Number(date.slice(0, 4)),
      });
    }
  });

  it('credits every photograph that others made', () => {
    const credits = readFileSync(join(folder, 'CREDITS.md'), 'utf8');

    expect(publicDomain.length).toBeGreaterThanOrEqual(6);
    for (const { file, author } of publicDomain) {
      expect(credits).toContain(file.replace('public-domain/', ''));
      expect(credits).toContain(author);
    }
  });
});
