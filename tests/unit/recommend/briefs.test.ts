import { describe, expect, it } from 'vitest';
import { briefLimitsSchema } from '../../../src-main/contract';
import {
  brokenLimits,
  matchBrief,
  swapsFor,
  wordsOf,
  type BriefQuestion,
} from '../../../src-main/engine/recommend/artist';
import { shapeOf } from '../../../src-main/engine/recommend/briefs/limits';
import { rowAt } from '../../../src-main/engine/kernel/vector-rows';
import { several, syntheticTable } from '../../support/synthetic-table';

const noTurn = async (): Promise<void> => undefined;
/** Four manners of six works each; ids 1..6 are of the first, 7..12 of the second and so on. */
const table = syntheticTable([
  ...several(6, { manner: 0, motif: 0, hue: 30 }),
  ...several(6, { manner: 6, motif: 6, hue: 120 }),
  ...several(6, { manner: 12, motif: 12, hue: 210 }),
  ...several(6, { manner: 18, motif: 18, hue: 300 }),
]);
const mannerOf = (id: number): number => Math.floor((id - 1) / 6);

function moodOf(id: number): BriefQuestion['wishes']['images'][number] {
  const row = table.rowOf.get(id)!;
  const at = ({ data, dim }: { data: Float32Array; dim: number }) => rowAt(data, dim, row);
  return { style: at(table.style), subject: at(table.subject), palette: at(table.palette) };
}

function question(change: {
  images?: readonly number[];
  words?: BriefQuestion['wishes']['words'];
  open?: readonly number[];
  set?: Partial<BriefQuestion['set']>;
}): BriefQuestion {
  const images = change.images ?? [];
  return {
    wishes: {
      images: images.map(moodOf),
      places: images.map((_, place) => place),
      palette: [],
      words: change.words ?? [],
      look: null,
    },
    open: Uint32Array.from(change.open ?? table.ids.keys()),
    set: {
      size: 4,
      balance: { fit: 1, cohesion: 0, variety: 0 },
      locked: [],
      refused: [],
      order: [],
      ...change.set,
    },
  };
}

const idsOf = (works: readonly { id: number }[]): number[] => works.map(({ id }) => id);

describe('a brief put to a library', () => {
  it('ranks the works like its moodboard first, and says which image each is nearest to', async () => {
    const { ranked } = await matchBrief(table, question({ images: [1, 13] }), noTurn);
    expect(ranked.slice(0, 12).every(({ id }) => [0, 2].includes(mannerOf(id)))).toBe(true);
    for (const { id, nearest } of ranked.slice(0, 12))
      expect(nearest).toBe(mannerOf(id) === 0 ? 0 : 1);
    expect(ranked.map(({ fit }) => fit)).toEqual(
      ranked.map(({ fit }) => fit).toSorted((a, b) => b - a),
    );
  });

  it('gives rarer words more weight, worked out by hand, and none to words that nobody says', async () => {
    const words = [
      { word: 'rare', works: new Set([1]) },
      { word: 'common', works: new Set([...Array(12).keys()].map((i) => i + 1)) },
      { word: 'unheard', works: new Set<number>() },
    ];
    const { ranked } = await matchBrief(table, question({ words }), noTurn);
    // of 24 works: ln(1 + 23.5 / 1.5) = 2.813 for 'rare', ln(1 + 12.5 / 12.5) = 0.693 for 'common'
    expect(ranked[0]).toMatchObject({ id: 1, fit: 1, said: ['rare', 'common'] });
    expect(ranked[1]).toMatchObject({ said: ['common'] });
    expect(ranked[1]!.fit).toBeCloseTo(0.693 / (2.813 + 0.693), 3);
    expect(ranked.at(-1)).toMatchObject({ fit: 0, said: [] });
  });

  it('puts no work into the set that has nothing of what is asked, but for locked ones', async () => {
    const words = [{ word: 'harbour', works: new Set([3, 5]) }];
    const chosen = async (set: Partial<BriefQuestion['set']>) =>
      idsOf((await matchBrief(table, question({ words, set }), noTurn)).set).sort((a, b) => a - b);
    expect(await chosen({})).toEqual([3, 5]);
    expect(await chosen({ balance: { fit: 0, cohesion: 0, variety: 1 } })).toEqual([3, 5]);
    expect(await chosen({ locked: [9], refused: [3] })).toEqual([5, 9]);
  });

  it('answers anew when a word is said of another work, or another work comes into question', async () => {
    const of = (works: number[]) => [{ word: 'rare', works: new Set(works) }];
    const best = async (works: number[], open?: number[]) =>
      (await matchBrief(table, question({ words: of(works), ...(open && { open }) }), noTurn))
        .ranked[0]?.id;
    expect(await best([5])).toBe(5);
    expect(await best([6])).toBe(6);
    expect(await best([6])).toBe(6);
    expect(await best([6], [0, 1])).toBe(1);
  });

  it('fits everything when nothing is asked', async () => {
    const { ranked } = await matchBrief(table, question({}), noTurn);
    expect(ranked).toHaveLength(24);
    expect(ranked.every(({ fit }) => fit === 1)).toBe(true);
  });

  it('chooses one of each manner for variety, and one manner for cohesion', async () => {
    const set = async (balance: BriefQuestion['set']['balance'], locked: number[] = []) =>
      idsOf((await matchBrief(table, question({ set: { balance, locked } }), noTurn)).set);
    const varied = await set({ fit: 0, cohesion: 0, variety: 1 });
    expect(new Set(varied.map(mannerOf)).size).toBe(4);
    const close = await set({ fit: 0, cohesion: 1, variety: 0 }, [14]);
    expect(new Set(close.map(mannerOf))).toEqual(new Set([2]));
  });

  it('measures what it chose: cohesion rises and variety falls with the sliders', async () => {
    const measures = async (cohesion: number, variety: number) =>
      (
        await matchBrief(
          table,
          question({ set: { balance: { fit: 0, cohesion, variety }, locked: [3] } }),
          noTurn,
        )
      ).measures;
    const close = await measures(1, 0);
    const varied = await measures(0, 1);
    expect(close.cohesion).toBeGreaterThan(varied.cohesion + 0.2);
    expect(varied.variety).toBeGreaterThan(close.variety + 0.2);
  });

  it('keeps locked works whatever fits better or is excluded, and leaves refused ones out', async () => {
    const open = [...table.ids.keys()].filter((row) => row !== 23);
    const asked = question({ images: [1], open, set: { locked: [24], refused: [1, 2] } });
    const { set } = await matchBrief(table, asked, noTurn);
    expect(idsOf(set)).toContain(24);
    expect(idsOf(set)).not.toContain(1);
    expect(idsOf(set)).not.toContain(2);
    expect(set).toHaveLength(4);
  });

  it('stands in the order that the user gave, and is shorter when fewer works come into question', async () => {
    const asked = question({ images: [1], open: [0, 1, 2], set: { order: [3, 1] } });
    const { set } = await matchBrief(table, asked, noTurn);
    expect(idsOf(set)).toEqual([3, 1, 2]);
    const none = await matchBrief(table, question({ open: [] }), noTurn);
    expect(none).toMatchObject({ ranked: [], set: [], measures: { fit: 0, variety: 0 } });
  });

  it('takes one rendering of a picture, and counts the others', async () => {
    const twins = syntheticTable([
      { manner: 0, hash: 0x1234_5678_9abc_def0n },
      { manner: 0, hash: 0x1234_5678_9abc_def1n },
      ...several(4, { manner: 6 }),
    ]);
    const asked = { ...question({}), open: Uint32Array.from([0, 1, 2, 3, 4, 5]) };
    const { set, repeats } = await matchBrief(twins, asked, noTurn);
    expect(repeats).toBe(1);
    expect(idsOf(set).filter((id) => id <= 2)).toHaveLength(1);
  });

  it('proposes for a place what changes the worth of the set least, and nothing for a work outside it', async () => {
    const asked = question({ images: [1], set: { locked: [1, 2, 3, 13] } });
    const swaps = await swapsFor(table, asked, 13, 5, noTurn);
    expect(swaps.map(({ id }) => mannerOf(id)).slice(0, 3)).toEqual([0, 0, 0]);
    expect(swaps[0]!.change).toBeGreaterThan(0);
    const changes = swaps.map(({ change }) => change);
    expect(changes).toEqual(changes.toSorted((a, b) => b - a));
    expect(await swapsFor(table, asked, 24, 5, noTurn)).toEqual([]);
  });
});

describe('limits', () => {
  it.each([
    [1.5, 'landscape'],
    [1.06, 'landscape'],
    [1.04, 'square'],
    [0.96, 'square'],
    [0.9, 'portrait'],
  ])('calls %f %s', (aspect, shape) => {
    expect(shapeOf(aspect)).toBe(shape);
  });

  it('name everything that a work breaks; a year only of a dated work', () => {
    const works = {
      aspects: Float32Array.of(1, 1.5),
      dates: ['2015-03-01', '2024-01-01'],
      dated: Uint8Array.of(1, 0),
    };
    const facts = { longSides: Uint32Array.of(2000, 4000), ratings: Uint8Array.of(5, 0) };
    const limits = briefLimitsSchema.parse({
      shapes: ['square'],
      longSide: 3000,
      fromYear: 2016,
      minRating: 3,
    });
    expect(brokenLimits(limits, works, facts, 0)).toEqual(['size', 'year']);
    expect(brokenLimits(limits, works, facts, 1)).toEqual(['shape', 'rating', 'undated']);
    expect(brokenLimits(briefLimitsSchema.parse({}), works, facts, 1)).toEqual([]);
  });
});

describe('the words of a brief', () => {
  it('are told apart by spaces and by the commas of both languages, each once, without the shortest', () => {
    expect(wordsOf('A quiet harbour, Quiet; 海，红色、 1998')).toEqual([
      'Quiet',
      'harbour',
      '海',
      '红色',
      '1998',
    ]);
    expect(wordsOf(' , ')).toEqual([]);
  });
});
