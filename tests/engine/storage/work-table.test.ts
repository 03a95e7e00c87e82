import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadWorkTable } from '../../../src-main/engine/storage/load-work-table';
import { SwatchColumn } from '../../../src-main/engine/storage/table/swatch-column';
import {
  packTable,
  unpackTable,
  type SharedWorkTable,
} from '../../../src-main/engine/storage/table/table-transfer';
import { TextColumn } from '../../../src-main/engine/storage/table/text-column';
import { addWork, openLibrary, swatch, type Library } from './support';

let library: Library;

beforeEach(() => {
  library = openLibrary();
  library.catalogue.meta.setActiveModel('m1');
});

afterEach(() => library.close());

/** Puts works into the catalogue, each with a style vector of its own. */
function addEmbedded(count: number, from = 0): void {
  for (let i = from; i < from + count; i++) {
    const id = addWork(library, `work-${i}.png`, { colour: '#3366aa', lightness: i / 64 });
    const vectors = new Map([['style' as const, Float32Array.of(i / 64, 1)]]);
    const { hash } = library.catalogue.artworks.get(id);
    library.catalogue.vectors.save(hash, { modelId: 'm1', vectors });
  }
}

/** Everything a table holds, as plain values. */
function contents({ rowOf, hashes, fileNames, dates, swatches, ...table }: SharedWorkTable) {
  const rows = [...table.ids.keys()];
  return {
    ...table,
    rowOf: [...rowOf],
    texts: rows.map((row) => [hashes.at(row), fileNames.at(row), dates.at(row)]),
    palettes: rows.map((row) => swatches.at(row)),
  };
}

describe('a table read from an earlier one', () => {
  it('is the same as one read from the beginning', async () => {
    addEmbedded(40);
    const before = await loadWorkTable(library.catalogue, 'm1');
    addEmbedded(2, 40);
    library.catalogue.database.run('DELETE FROM files WHERE artwork_id = 3');
    const after = await loadWorkTable(library.catalogue, 'm1', before);
    expect(contents(after)).toEqual(contents(await loadWorkTable(library.catalogue, 'm1')));
    expect(after.ids).toHaveLength(41);
  });

  it('has the vectors of works that were not embedded before', async () => {
    addEmbedded(40);
    const late = addWork(library, 'late.png');
    const before = await loadWorkTable(library.catalogue, 'm1');
    expect([...before.style.data.slice(-2)]).toEqual([0, 0]);
    const { hash } = library.catalogue.artworks.get(late);
    const vectors = new Map([['style' as const, Float32Array.of(0.5, 0.25)]]);
    library.catalogue.vectors.save(hash, { modelId: 'm1', vectors });
    const after = await loadWorkTable(library.catalogue, 'm1', before);
    expect([...after.style.data.slice(-2)]).toEqual([0.5, 0.25]);
  });

  it('is read whole where most works are new', async () => {
    addEmbedded(2);
    const before = await loadWorkTable(library.catalogue, 'm1');
    addEmbedded(30, 2);
    const after = await loadWorkTable(library.catalogue, 'm1', before);
    expect(contents(after)).toEqual(contents(await loadWorkTable(library.catalogue, 'm1')));
  });
});

describe('a table in another thread', () => {
  it('shares its numbers and has all its values', async () => {
    addEmbedded(5);
    const table = await loadWorkTable(library.catalogue, 'm1');
    const arrived = unpackTable(structuredClone(packTable(table)));
    expect(arrived.style.data.buffer).toBeInstanceOf(SharedArrayBuffer);
    expect(contents(arrived)).toEqual(contents(table));
  });
});

describe('packed columns', () => {
  it('give back texts of any script, also empty ones, and nothing beyond their end', () => {
    const texts = ['', 'Undertow', '雨窗', '', '🎨 a'];
    const column = TextColumn.from(texts);
    expect([...texts.keys()].map((row) => column.at(row))).toEqual(texts);
    expect(column.at(texts.length)).toBeUndefined();
    expect(column.at(NaN)).toBeUndefined();
  });

  it('give back palettes', () => {
    const column = SwatchColumn.ofRows(2);
    const accent = { ...swatch('#ff0000', 0.25), accent: true, name: 'vermilion' };
    column.set(1, [swatch('#0a0b0c', 0.75), accent]);
    expect(column.at(0)).toEqual([]);
    expect(column.at(1)).toMatchObject([
      { hex: '#0a0b0c', share: 0.75, accent: false, name: 'ochre' },
      { hex: '#ff0000', share: 0.25, accent: true, name: 'vermilion' },
    ]);
    expect(column.at(1)?.[1]?.lab[1]).toBeCloseTo(accent.lab[1], 6);
    expect(column.at(2)).toBeUndefined();
  });
});
