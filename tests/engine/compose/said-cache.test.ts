import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProfileId, SignalKind } from '../../../src-main/contract';
import { SaidCache } from '../../../src-main/engine/compose/said-cache';
import { seededRandom } from '../../../src-main/engine/kernel/random';
import { runToEnd } from '../../../src-main/engine/kernel/run-to-end';
import { hearSignal, SaidOfWorks, type Said } from '../../../src-main/engine/recommend';
import { addWork, openLibrary, type Library } from '../storage/support';

let library: Library;
let cache: SaidCache;
let works: number[];

beforeEach(() => {
  library = openLibrary();
  works = Array.from({ length: 30 }, (_, at) => addWork(library, `work-${at}.png`));
  cache = new SaidCache(library.catalogue.signals, library.catalogue.touched);
});
afterEach(() => library.close());

const me = (): ProfileId => library.catalogue.profiles.active;

/** All that the catalogue holds, added up anew. */
function recounted(profileId: ProfileId): SaidOfWorks {
  const said = new Map<number, Said>();
  const signals = library.catalogue.signals.pageOf(profileId, undefined, 100_000);
  for (const signal of signals) hearSignal(said, signal, signal.id);
  return new SaidOfWorks(said);
}

async function expectKnown(profileId: ProfileId): Promise<void> {
  const [known, anew] = [await cache.get(profileId), recounted(profileId)];
  expect(new Map([...known.of].sort())).toEqual(new Map([...anew.of].sort()));
  for (const kind of ['liked', 'passed', 'judged'] as const)
    expect([...known[kind]].sort()).toEqual([...anew[kind]].sort());
}

const KINDS: readonly SignalKind[] = ['like', 'dismissed', 'rating', 'board-add', 'board-remove'];

describe('what was said of works', () => {
  it('is the same as if all signals were read again, whatever is said, taken back, imported or removed', async () => {
    const { signals, ratingImports, profiles, database } = library.catalogue;
    const other = profiles.create('Client').id;
    const random = seededRandom(5);
    const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
    const imports: number[] = [];
    const steps: (() => void)[] = [
      () => signals.note(pick(KINDS), pick(works), 1 + Math.floor(random() * 5)),
      () => signals.note('choice', pick(works), 1, pick(works)),
      () => signals.note('like', pick(works), null, null, other),
      () => signals.clearReactions(pick(works)),
      () => signals.remove(signals.ids({ profileId: me() }).slice(0, 2)),
      () => {
        const id = ratingImports.begin('ratings.csv');
        const rating = { profileId: me(), artworkId: pick(works), rating: 4 };
        // Long before everything else: what came in last need not be the latest.
        runToEnd(ratingImports.take(id, [{ ...rating, at: '2001-01-01T00:00:00.000Z' }]));
        imports.push(id);
      },
      () => {
        const id = imports.pop();
        if (id !== undefined) runToEnd(ratingImports.undo(id));
      },
      () => {
        try {
          database.transaction(() => {
            signals.note('like', pick(works));
            throw new Error('Expected by this test');
          });
        } catch {
          // As if it had never been said.
        }
      },
    ];
    for (let step = 0; step < 300; step++) {
      pick(steps)();
      await expectKnown(step % 50 === 49 ? other : me());
    }
    expect((await cache.get(me())).of.size).toBeGreaterThan(5);
  });

  it('forgets what was said of a work that is gone', async () => {
    const { signals, database } = library.catalogue;
    const [gone, winner] = [works[0]!, works[1]!];
    signals.note('like', gone);
    signals.note('choice', winner, 1, gone);
    expect([...(await cache.get(me())).of.keys()].sort()).toEqual([gone, winner].sort());
    database.run('DELETE FROM files WHERE artwork_id = ?', gone);
    database.run('DELETE FROM artworks WHERE id = ?', gone);
    expect([...(await cache.get(me())).of.keys()]).toEqual([]);
  });

  it('takes in what is said while everything is being read', async () => {
    const { signals } = library.catalogue;
    const all = Array.from({ length: 5000 }, (_, at) => ({
      kind: 'opened' as const,
      artworkId: works[at % works.length]!,
      otherId: null,
      profileId: me(),
      at: new Date(at * 1000).toISOString(),
      session: 'before',
      value: null,
    }));
    signals.add(all);
    const reading = cache.get(me());
    await new Promise((resolve) => setImmediate(resolve));
    signals.note('like', works[3]!);
    const known = await reading;
    expect(known.of.get(works[3]!)).toMatchObject({ reaction: 1 });
    await expectKnown(me());
  });
});

describe('what others said', () => {
  it('is marked as another whenever they say something, take it back, come or go', () => {
    const { signals, profiles, touched } = library.catalogue;
    const marks = [touched.markOfOthers(me())];
    const next = (does: () => void): void => {
      does();
      const mark = touched.markOfOthers(me());
      expect(marks).not.toContain(mark);
      marks.push(mark);
    };
    const other = profiles.create('Client').id;
    next(() => signals.note('like', works[0]!, null, null, other));
    next(() => signals.clearReactions(works[0]!, other));
    next(() => profiles.create('Gallery'));
    const before = touched.markOfOthers(me());
    profiles.remove(other);
    expect(touched.markOfOthers(me())).not.toBe(before);
    profiles.restore(other);
    expect(touched.markOfOthers(me())).toBe(before);
    signals.note('like', works[1]!);
    expect(touched.markOfOthers(me())).toBe(before);
  });
});
