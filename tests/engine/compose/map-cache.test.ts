import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { StyleMap } from '../../../src-main/contract';
import type { InsightThread } from '../../../src-main/engine/compose/insight-thread';
import { MapCache } from '../../../src-main/engine/compose/map-cache';
import type { TableCache } from '../../../src-main/engine/compose/table-cache';
import { quietJob } from '../catalogue/support';

const POINTS = { points: Float32Array.of(0, 0, 1, 0, 0, 1), dim: 2 };

it('answers whoever asks after the works have changed with a map of what they are now', async () => {
  let version = 1;
  let late: Promise<StyleMap> | undefined;
  const table = { isMoving: false, get: () => Promise.resolve({ version }) };
  const insight = {
    ask: (works: { version: number }, question: string) => {
      if (question === 'placedMap') return Promise.resolve({ ids: Uint32Array.of(works.version) });
      if (version === 1) {
        // The first map is being laid out when works change and somebody asks again.
        version = 2;
        late = maps.get('style');
      }
      return Promise.resolve(POINTS);
    },
  };
  let running: Promise<void> | undefined;
  const maps: MapCache = new MapCache(
    table as unknown as TableCache,
    insight as unknown as InsightThread,
    resolve('out/main/map-worker.cjs'),
    () => void (running ??= maps.run(quietJob())),
  );
  expect([...(await maps.get('style')).ids]).toEqual([1]);
  expect([...((await late)?.ids ?? [])]).toEqual([2]);
  await running;
});

it('lays the works out anew for another axis, and only once for each', async () => {
  const laidOut: string[] = [];
  const insight = {
    ask: (_works: unknown, question: string, { axis }: { axis: string }) => {
      if (question !== 'placedMap') return Promise.resolve(POINTS);
      laidOut.push(axis);
      return Promise.resolve({ axis });
    },
  };
  let running: Promise<void> | undefined;
  const maps: MapCache = new MapCache(
    { isMoving: false, get: () => Promise.resolve({ version: 1 }) } as unknown as TableCache,
    insight as unknown as InsightThread,
    resolve('out/main/map-worker.cjs'),
    () => void (running ??= maps.run(quietJob()).finally(() => (running = undefined))),
  );
  const both = await Promise.all([maps.get('style'), maps.get('palette')]);
  expect(both.map(({ axis }) => axis)).toEqual(['style', 'palette']);
  expect((await maps.get('style')).axis).toBe('style');
  expect(laidOut).toEqual(['style', 'palette']);
});
