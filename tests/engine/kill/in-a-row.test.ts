import { join } from 'node:path';
import { setTimeout as pass } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writePictures } from '../../e2e/support/pictures';
import { startRealEngine, type RealEngine } from './real-engine';

let engine: RealEngine;
beforeEach(async () => {
  engine = await startRealEngine();
});
afterEach(() => engine.close());

describe('an engine that is killed, and killed again as soon as it goes on', () => {
  // At each of these moments it has other files in hand, which it reads alone when it begins anew.
  it.each([10, 85])('blames no file for it (%i ms)', async (moment) => {
    const works = join(engine.root, 'works');
    const names = await writePictures(works, 60);
    const all = engine.index(works);
    await engine.reading(({ done }) => done > 0);
    await pass(moment);
    let saved = names.length;
    const goesOn = engine.reading(({ state, done, total }) => {
      if (state !== 'running' || total === 0) return false;
      saved = Math.min(saved, done);
      return done > saved;
    });
    await engine.kill();
    await goesOn;
    await engine.kill();
    await all;

    const { ids } = await engine.host.request('gallery.query', {});
    const cards = await engine.host.request('gallery.cards', { ids: [...ids] });
    expect(cards.map(({ fileName }) => fileName).sort()).toEqual(names);
    expect(await engine.host.request('files.failed', {})).toEqual([]);
  });
});
