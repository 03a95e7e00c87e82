import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COLOUR_NAMES } from '../../../src-main/contract/colour-names';
import { ERROR_CODES } from '../../../src-main/contract/errors';
import { TRAIT_BANDS, TRAIT_IDS } from '../../../src-main/contract/analysis';

const folder = join(import.meta.dirname, '../../../resources/messages');
const areas = readdirSync(folder);

function read(area: string, language: 'en' | 'zh'): Record<string, string> {
  return JSON.parse(readFileSync(join(folder, area, `${language}.json`), 'utf8')) as Record<
    string,
    string
  >;
}

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(String).sort();
const snake = (id: string): string => id.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

describe.each(areas)('messages of %s', (area) => {
  const en = read(area, 'en');
  const zh = read(area, 'zh');

  it('exist in both languages', () => {
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
  });

  it('have the same placeholders in both', () => {
    for (const key of Object.keys(en))
      expect(placeholders(zh[key] ?? ''), key).toEqual(placeholders(en[key] ?? ''));
  });
});

describe('every word the contract asks for', () => {
  it('names each error with a cause and a next step', () => {
    const keys = Object.keys(read('errors', 'en'));
    for (const code of ERROR_CODES) {
      const key = `error_${code.replaceAll(/[/-]/g, '_')}`;
      expect(keys).toContain(`${key}_cause`);
      expect(keys).toContain(`${key}_next`);
    }
  });

  it('words each trait in every band', () => {
    const keys = Object.keys(read('traits', 'en'));
    const words = ['name', 'less', 'more', ...TRAIT_BANDS.map((band) => band.replace('-', '_'))];
    for (const id of TRAIT_IDS)
      for (const word of words) expect(keys).toContain(`trait_${snake(id)}_${word}`);
  });

  it('names each colour', () => {
    const keys = Object.keys(read('colours', 'en'));
    for (const name of COLOUR_NAMES) expect(keys).toContain(`colour_${name}`);
  });
});
