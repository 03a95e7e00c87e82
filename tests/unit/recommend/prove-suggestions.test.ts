import { describe, expect, it } from 'vitest';
import { proofSchema } from '../../../src-main/contract';
import {
  proveSuggestions,
  type DatedSignal,
  type TogetherRows,
} from '../../../src-main/engine/recommend';
import { several, syntheticTable } from '../../support/synthetic-table';

/** Ten manners of twelve works each. */
const table = syntheticTable(
  Array.from({ length: 10 }, (_, manner) => several(12, { manner, motif: manner + 11 })).flat(),
);
const like = (ids: number[]) =>
  ids.map((artworkId): DatedSignal => ({
    kind: 'like',
    artworkId,
    at: '2026-06-20T00:00:00Z',
    value: null,
    otherId: null,
  }));
const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i);
const prove = (
  signals: DatedSignal[],
  popularity = new Map<number, number>(),
  turn: (done: number, total: number) => Promise<void> = () => Promise.resolve(),
  rows: TogetherRows = { people: [], sessions: [], boards: [] },
) =>
  proveSuggestions(
    table,
    {
      profileId: 1,
      signals,
      popularity,
      others: popularity.size > 0 ? 3 : 0,
      rows,
      surprise: 0,
      now: new Date('2026-06-30T00:00:00Z'),
    },
    turn,
  );
const measured = async (...input: Parameters<typeof prove>) => {
  const proof = await prove(...input);
  if (proof.kind !== 'measured') throw new Error('Expected a measurement');
  return proof;
};

describe('the proof of the suggestions', () => {
  it('says what is lacking instead of anything that it cannot know', async () => {
    const proof = await prove(like(from(1, 7)));
    expect(proof).toEqual({
      kind: 'unknown',
      profileId: 1,
      liked: 7,
      lackingLikes: 3,
      lackingWorks: 0,
    });
    const crowded = await prove(like(from(1, 100)));
    expect(crowded).toMatchObject({ kind: 'unknown', lackingLikes: 0, lackingWorks: 10 });
  });

  it('finds what is held back where a taste is clear, and beats the obvious surely', async () => {
    const proof = await measured(like(from(1, 10)));
    expect(proofSchema.parse(proof)).toEqual(proof);
    expect(proof).toMatchObject({ liked: 10, questions: 10, among: 111 });
    const { suggestions, random } = proof.methods;
    expect(suggestions.recall.value).toBeGreaterThan(0.5);
    expect(random.recall.value).toBeCloseTo(10 / 111, 12);
    expect(suggestions.recall.low).toBeGreaterThan(random.recall.high);
    expect(proof.ahead.random.low).toBeGreaterThan(0);
    expect(proof.ahead.popularity.low).toBeGreaterThan(0);
  });

  it('claims nothing where there is no taste', async () => {
    const proof = await measured(like(from(0, 40).map((i) => 3 * i + 1)));
    expect(proof.ahead.random.low).toBeLessThan(0);
  });

  it('takes popularity from others alone; without any it is worth what chance is worth', async () => {
    const liked = from(1, 12);
    const alone = await measured(like(liked));
    expect(alone.methods.popularity.recall.value).toBeCloseTo(
      alone.methods.random.recall.value,
      12,
    );
    const withOthers = await measured(like(liked), new Map(liked.map((id) => [id, 3])));
    expect(withOthers.methods.popularity.recall.value).toBe(1);
    expect(withOthers.methods.popularity.ndcg.value).toBe(1);
    expect([alone.others, withOthers.others]).toEqual([0, 3]);
  });

  it('asks the list that others have a part in, which finds what content can not', async () => {
    const liked = from(0, 12).map((i) => 10 * i + 1);
    const people = [liked, liked, [...liked, 2], from(60, 20)];
    const nobody = await measured(like(liked));
    const rows = { people, sessions: [], boards: [] };
    const others = await measured(like(liked), new Map(), undefined, rows);
    expect(others.methods.suggestions.recall.value).toBeGreaterThan(0.9);
    expect(others.methods.suggestions.recall.value).toBeGreaterThan(
      nobody.methods.suggestions.recall.value + 0.3,
    );
    expect(others.methods.content).toEqual(nobody.methods.content);
  });

  it.each([
    ['each by itself', 12],
    ['several at once where there are many', 30],
  ])('learns nothing from boards on which the work held back stands: %s', async (_how, count) => {
    const liked = from(0, count).map((i) => Math.floor(120 / count) * i + 1);
    const people = [from(60, 14), from(60, 14)].map((row) =>
      row.filter((id) => !liked.includes(id)),
    );
    const without = await measured(like(liked), new Map(), undefined, {
      people,
      sessions: [],
      boards: [],
    });
    const boards = [liked, liked];
    const onBoards = await measured(like(liked), new Map(), undefined, {
      people,
      sessions: [],
      boards,
    });
    expect(onBoards.methods.suggestions.recall.value).toBeLessThanOrEqual(
      without.methods.suggestions.recall.value + 0.1,
    );
  });

  it('counts how much of the library came up', async () => {
    const { methods } = await measured(like(from(1, 12)));
    expect(methods.random.coverage.value).toBeGreaterThan(methods.suggestions.coverage.value);
    expect(methods.random.diversity.value).toBeGreaterThan(methods.content.diversity.value);
  });

  it('tells how far it is, and stops when nobody waits', async () => {
    const told: number[] = [];
    const turn = (done: number) => {
      told.push(done);
      return told.length < 5 ? Promise.resolve() : Promise.reject(new Error('nobody waits'));
    };
    await expect(prove(like(from(1, 12)), new Map(), turn)).rejects.toThrow('nobody waits');
    expect(told).toEqual([0, 1, 2, 3, 4]);
  });
});
