import { describe, expect, it } from 'vitest';
import { groupExtents } from '../../../../src-renderer/lib/map/group-extents';
import { placeNames } from '../../../../src-renderer/lib/map/place-names';
import {
  distinctNames,
  tellingWords,
  type Telling,
} from '../../../../src-renderer/lib/map/telling-words';

const word = ({ id, z }: Telling): string => `${z < 0 ? 'less' : 'more'} ${id}`;
const join = (words: readonly string[]): string => words.join(', ');

describe('tellingWords', () => {
  it('says only one word of each family', () => {
    const words = tellingWords([
      { id: 'colourfulness', z: 1.5 },
      { id: 'saturation', z: 1.4 },
      { id: 'lightness', z: 0.9 },
    ]);
    expect(words.map(({ id }) => id)).toEqual(['colourfulness', 'lightness']);
  });

  it('prefers what one sees at once to what one must measure', () => {
    const words = tellingWords(
      [
        { id: 'thirds', z: -1.9 },
        { id: 'edgeDensity', z: 1.1 },
      ],
      1,
    );
    expect(words.map(({ id }) => id)).toEqual(['edgeDensity']);
  });
});

describe('distinctNames', () => {
  it('tells groups apart that share their first words', () => {
    const names = distinctNames(
      [
        [
          { id: 'lightness', z: -2 },
          { id: 'contrast', z: -1.5 },
          { id: 'focus', z: 1 },
        ],
        [
          { id: 'lightness', z: -2 },
          { id: 'contrast', z: -1.5 },
          { id: 'temperature', z: -0.9 },
        ],
      ],
      word,
      join,
    );
    expect(names).toEqual([
      'less lightness, less contrast, more focus',
      'less lightness, less contrast, less temperature',
    ]);
  });

  it('numbers groups that no word tells apart', () => {
    const same = [{ id: 'lightness', z: 1 }] as const;
    expect(distinctNames([same, same, []], word, join)).toEqual([
      'more lightness',
      'more lightness 2',
      '',
    ]);
  });
});

describe('groupExtents', () => {
  it('tells where each group lies, without its farthest strays', () => {
    const places = [...Array(20).keys()].flatMap((i) => [i / 100, 0]);
    const positions = Float32Array.from([...places, 50, 50, -1, -1]);
    const extents = groupExtents(Uint8Array.from([...Array(21).fill(0), 1]), positions);
    expect(extents.get(0)?.right).toBeLessThan(1);
    expect(extents.get(1)).toEqual({ left: -1, top: -1, right: -1, bottom: -1 });
  });
});

describe('placeNames', () => {
  const camera = { x: 500, y: 300, scale: 100 };
  const options = {
    screen: { width: 1000, height: 600 },
    gap: 10,
    measure: () => 100,
    covers: () => 0,
  };
  const extent = { left: -1, top: -1, right: 1, bottom: 1 };

  it('sets a name above its works', () => {
    expect(placeNames([{ group: 0, text: 'dark', extent }], camera, options)).toEqual([
      { group: 0, text: 'dark', x: 500, y: 190 },
    ]);
  });

  it('goes below when it would cover works above', () => {
    const covers = ({ top }: { top: number }): number => (top < 300 ? 5 : 0);
    const [name] = placeNames([{ group: 0, text: 'dark', extent }], camera, { ...options, covers });
    expect(name?.y).toBeGreaterThan(400);
  });

  it('sets no two names upon one another', () => {
    const names = placeNames(
      [0, 1, 2, 3, 4, 5, 6].map((group) => ({ group, text: 'dark', extent })),
      camera,
      options,
    );
    expect(names).toHaveLength(5);
    expect(new Set(names.map(({ x, y }) => `${x} ${y}`)).size).toBe(5);
  });

  it('keeps the name of a group larger than the screen at its edge', () => {
    const near = { x: 500, y: 300, scale: 1000 };
    const [name] = placeNames([{ group: 0, text: 'dark', extent }], near, options);
    expect(name?.y).toBeGreaterThan(0);
    expect(name?.y).toBeLessThan(600);
  });

  it('leaves out groups that are out of sight', () => {
    const away = { ...extent, left: 8, right: 9 };
    expect(placeNames([{ group: 0, text: 'dark', extent: away }], camera, options)).toEqual([]);
  });
});
