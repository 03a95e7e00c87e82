import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ME } from '../../../src-main/contract';
import { loadWorkTable } from '../../../src-main/engine/storage/load-work-table';
import { addWork, openLibrary, type Library } from './support';

let library: Library;
beforeEach(() => {
  library = openLibrary();
});
afterEach(() => library.close());

describe('labels', () => {
  it('are put on and taken off; unknown works are passed over', () => {
    const { labels } = library.catalogue;
    const [a, b] = [addWork(library, 'a.png'), addWork(library, 'b.png')];
    labels.setLabel([a, b, 999], 'sea', true);
    labels.setLabel([a], 'sea', true);
    labels.setLabel([a], 'oil', true);
    labels.setLabel([b], 'sea', false);
    expect(labels.labelsOf(a)).toEqual(['oil', 'sea']);
    expect(labels.all()).toEqual([
      { artworkId: a, label: 'oil' },
      { artworkId: a, label: 'sea' },
    ]);
  });
});

describe('opinions and signals', () => {
  it('keep ratings and favourites', () => {
    const { opinions } = library.catalogue;
    const [a, b] = [addWork(library, 'a.png'), addWork(library, 'b.png')];
    opinions.rate([a, b], 4);
    opinions.rate([b], 0);
    opinions.setFavourite([b], true);
    expect(opinions.ratings()).toEqual([{ artworkId: a, rating: 4 }]);
    expect(opinions.favourites()).toEqual([b]);
    expect(() => opinions.rate([a], 6)).toThrow(/CHECK/);
  });

  it('take back how one reacted to a work, and nothing else of it', () => {
    const { signals } = library.catalogue;
    const [a, b] = [addWork(library, 'a.png'), addWork(library, 'b.png')];
    signals.note('like', a);
    signals.note('dismissed', a);
    signals.note('like', b);
    signals.note('dwell', a, 3000);
    signals.clearReactions(a);
    const left = signals.pageOf(ME, undefined, 10);
    expect(left.map(({ kind, artworkId, value }) => [kind, artworkId, value])).toEqual([
      ['like', b, null],
      ['dwell', a, 3000],
    ]);
  });
});

describe('vectors', () => {
  const vectors = new Map([['style', Float32Array.of(0.6, 0.8)]] as const);

  it('are kept by content, model and kind', () => {
    const { catalogue } = library;
    const { hash } = catalogue.artworks.get(addWork(library, 'a.png'));
    catalogue.meta.setActiveModel('m1');
    expect(catalogue.vectors.save(hash, { modelId: 'm1', vectors })).toBe(true);
    expect(catalogue.vectors.find(hash, 'm1', 'style')).toEqual(Float32Array.of(0.6, 0.8));
    expect(catalogue.vectors.find(hash, 'm1', 'subject')).toBeNull();
    expect(catalogue.vectors.find(hash, 'm2', 'style')).toBeNull();
  });

  it('are not kept when another model has taken over meanwhile', () => {
    const { catalogue } = library;
    const { hash } = catalogue.artworks.get(addWork(library, 'a.png'));
    catalogue.meta.setActiveModel('m1');
    catalogue.meta.setActiveModel('m2');
    expect(catalogue.vectors.save(hash, { modelId: 'm1', vectors })).toBe(false);
    expect(catalogue.vectors.has(hash, 'm1')).toBe(false);
  });
});

describe('loadWorkTable', () => {
  it('puts everything measured side by side; works without vectors have zeros', async () => {
    const { catalogue } = library;
    const a = addWork(library, 'a.png', { colour: '#ff0000' });
    const b = addWork(library, 'b.png', { lightness: 0.75 });
    const hidden = addWork(library, 'hidden.png');
    catalogue.database.run('DELETE FROM files WHERE artwork_id = ?', hidden);
    catalogue.meta.setActiveModel('m1');
    const { hash } = catalogue.artworks.get(b);
    catalogue.vectors.save(hash, {
      modelId: 'm1',
      vectors: new Map([['style', Float32Array.of(0.6, 0.8)]]),
    });

    const table = await loadWorkTable(catalogue, 'm1');
    expect([...table.ids]).toEqual([a, b]);
    expect(table.rowOf.get(b)).toBe(1);
    expect([0, 1, 2].map((row) => table.fileNames.at(row))).toEqual(['a.png', 'b.png', undefined]);
    expect([...table.dated]).toEqual([1, 1]);
    expect([...table.aspects]).toEqual([1.5, 1.5]);
    expect(table.style).toEqual({ dim: 2, data: Float32Array.of(0, 0, 0.6, 0.8) });
    expect(table.subject).toEqual({ dim: 0, data: new Float32Array() });
    expect(table.palette.data).toEqual(Float32Array.of(0.6, 0.8, 0.6, 0.8));
    expect(table.swatches.at(0)?.[0]?.hex).toBe('#ff0000');
    expect(table.traits.data[table.traits.dim]).toBe(0.75);
    expect(table.perceptual[0]).toBe(5n);
    expect(table.version).toBe(catalogue.meta.version);
  });

  it('has a new version whenever works have changed', () => {
    const { meta } = library.catalogue;
    const before = meta.version;
    addWork(library, 'a.png');
    expect(meta.version).toBeGreaterThan(before);
  });

  it('is empty for an empty library', async () => {
    const table = await loadWorkTable(library.catalogue, null);
    expect(table.ids).toHaveLength(0);
  });
});
