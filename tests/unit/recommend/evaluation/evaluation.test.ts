import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../../../src-main/engine/kernel/random';
import type { Scorer } from '../../../../src-main/engine/recommend/collaborative/scorer';
import { climb } from '../../../../src-main/engine/recommend/evaluation/climb';
import { listQuality } from '../../../../src-main/engine/recommend/evaluation/list-quality';
import {
  listsOf,
  questionsOf,
  type Questions,
} from '../../../../src-main/engine/recommend/evaluation/rank-users';
import {
  numberTables,
  signalsOf,
} from '../../../../src-main/engine/recommend/evaluation/rating-tables';
import {
  rankingsOf,
  surprisingLists,
  tuneStrength,
} from '../../../../src-main/engine/recommend/evaluation/surprise';
import { tuneWeights } from '../../../../src-main/engine/recommend/evaluation/tune-weights';
import { matrixOf } from '../collaborative/support';

const rated = (rows: string) =>
  rows.split(' ').map((row) => {
    const [user, item, rating] = row.split(',');
    return { user: user!, item: item!, rating: Number(rating) };
  });

/** Every user wants some items and has met none. */
function asking(wanted: readonly (readonly number[])[], items: number): Questions {
  const nothing = matrixOf(
    wanted.map(() => []),
    items,
  );
  return questionsOf({ liked: nothing, met: nothing }, matrixOf(wanted, items));
}

const silent: Scorer = { score: (_, out) => out.fill(0) };

describe('tables of ratings', () => {
  const tables = {
    train: rated('ann,10,5 ann,9,2 ben,10,4'),
    valid: rated('ben,9,5'),
    test: rated('ann,b,5 ann,10,5 ben,2,3 ben,2,3'),
  };

  it('number items by their ids: whole numbers by size, then others', () => {
    const numbered = numberTables(tables, null);
    // 2, 9, 10, b
    expect(numbered.items).toBe(4);
    expect(numbered.train.met).toEqual([
      { user: 0, item: 2 },
      { user: 0, item: 1 },
      { user: 1, item: 2 },
    ]);
    const questions = asking([[3]], numbered.items);
    expect([...listsOf(silent, questions, 10)[0]!]).toEqual([0, 1, 2, 3]);
  });

  it('what is rated lower was met and is not positive; what was met is neither ranked nor asked for', () => {
    const numbered = numberTables(tables, 4);
    const signals = signalsOf(numbered, [numbered.train, numbered.valid]);
    const questions = questionsOf(
      signals,
      matrixOf(
        [0, 1].map((user) =>
          numbered.test.liked.filter((row) => row.user === user).map((row) => row.item),
        ),
        numbered.items,
      ),
    );
    expect([...signals.liked.columns]).toEqual([2, 1, 2]);
    expect([...signals.met.columns]).toEqual([1, 2, 1, 2]);
    // Ben's only row is rated 3; of Ann's two one is in the training.
    expect(questions.users).toEqual([0]);
    expect([...questions.wanted[0]!]).toEqual([3]);
    expect([...listsOf(silent, questions, 10)[0]!]).toEqual([0, 3]);
  });

  it('lend a part of the training to tune on where there is no table for it', () => {
    const train = Array.from({ length: 2000 }, (_, i) => ({
      user: `${i % 40}`,
      item: `${i}`,
      rating: 1,
    }));
    const numbered = numberTables({ train, valid: null, test: train.slice(0, 1) }, null);
    const { train: kept, valid } = numbered;
    expect(kept.met.length + valid.met.length).toBe(2000);
    expect(valid.met.length).toBeGreaterThan(250);
    expect(valid.met.length).toBeLessThan(350);
  });
});

describe('climbing', () => {
  it('finds the top of a hill, and tries nothing twice', async () => {
    const tried: string[] = [];
    const best = await climb({ x: [0, 1, 2, 3, 4], y: [0, 1, 2] }, ({ x, y }) => {
      tried.push(`${x} ${y}`);
      return -((x - 4) ** 2) - (y - x / 4) ** 2;
    });
    expect(best).toEqual({ x: 4, y: 1 });
    expect(new Set(tried).size).toBe(tried.length);
    expect(tried.length).toBeLessThan(15);
  });
});

describe('weights of a blend', () => {
  it('go to who knows, and hardly to who guesses', () => {
    const random = seededRandom(4);
    const items = 100;
    const wanted = Array.from({ length: 60 }, () =>
      Array.from({ length: 5 }, () => Math.floor(random() * items)),
    );
    const noise = (user: number) => seededRandom(user * 13 + 1);
    const guesses: Scorer = {
      score: ({ user }, out) => {
        const own = noise(user);
        for (let i = 0; i < items; i++) out[i] = own();
      },
    };
    const knows: Scorer = {
      score: ({ user }, out) => {
        const own = noise(user + 500);
        for (let i = 0; i < items; i++) out[i] = own() + (wanted[user]!.includes(i) ? 0.5 : 0);
      },
    };
    const [knowing, guessing] = tuneWeights([knows, guesses], asking(wanted, items));
    expect(knowing! + guessing!).toBeCloseTo(1, 12);
    expect(knowing).toBeGreaterThan(0.7);
  });
});

describe('quality of lists', () => {
  // Two users, four items: one list hits at once, the other not at all.
  const questions = asking([[0], [3]], 4);
  const lists = [
    [0, 1],
    [0, 1],
  ];

  it('is the mean over users; coverage and Gini look at all lists together', () => {
    const { quality, differences } = listQuality({ a: lists, b: [[1], [3]] }, questions, [
      ['a', 'b'],
    ]);
    expect(quality.a.ndcgAt10.value).toBe(0.5);
    expect(quality.a.recallAt20.value).toBe(0.5);
    expect(quality.a.coverageAt10.value).toBe(0.5);
    // Shown 2, 2, 0, 0 times.
    expect(quality.a.gini.value).toBeCloseTo(0.5, 12);
    expect(differences[0]!.value).toBe(0);
    // Of two users a draw may hold the same one twice.
    expect(quality.a.ndcgAt10).toMatchObject({ low: 0, high: 1 });
    expect(differences[0]).toMatchObject({ low: -1, high: 1 });
  });

  it('pairs differences: the same lists differ in no draw', () => {
    const { differences } = listQuality({ a: lists, b: lists }, questions, [['a', 'b']]);
    expect(differences[0]).toEqual({ value: 0, low: 0, high: 0 });
  });
});

describe('the slider towards surprising', () => {
  const items = 60;
  /** Everybody agrees, so that the same ten come to everybody. */
  const agreed: Scorer = { score: (_, out) => void out.forEach((__, i) => (out[i] = -i / 20)) };
  const wanted = Array.from({ length: 30 }, (_, user) => [user % 7, 8, 9, 10 + user]);
  const questions = asking(wanted, items);
  const covered = (strength: number) =>
    new Set(surprisingLists(rankingsOf(agreed, questions), strength).flat()).size;

  it('shows more of all there is the further it goes, and the first places never change', () => {
    expect(covered(0)).toBe(10);
    expect(covered(5)).toBeGreaterThan(40);
    for (const list of surprisingLists(rankingsOf(agreed, questions), 5)) {
      expect(list.slice(0, 5)).toEqual([0, 1, 2, 3, 4]);
      expect(new Set(list).size).toBe(10);
    }
  });

  it('ends where it would cost too much', () => {
    const costly = asking(
      wanted.map(() => [7, 8, 9]),
      items,
    );
    expect(tuneStrength(agreed, costly)).toBeLessThan(0.5);
    const harmless = asking(
      wanted.map(() => [0, 1]),
      items,
    );
    expect(tuneStrength(agreed, harmless)).toBe(8);
  });
});
