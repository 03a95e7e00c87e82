import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { InsightThread } from '../../../src-main/engine/compose/insight-thread';
import type { QualityWork } from '../../../src-main/engine/compose/quality-task';
import { INSIGHT_TASKS } from '../../../src-main/engine/compose/insight-tasks';
import { loadWorkTable } from '../../../src-main/engine/storage/load-work-table';
import { sharedFloats } from '../../../src-main/engine/storage/table/shared-memory';
import type { SharedWorkTable } from '../../../src-main/engine/storage/table/table-transfer';
import { addWork, openLibrary, type Library } from '../storage/support';

/** As `npm run build` makes it. */
const built = resolve('out/main/insight-worker.cjs');
const atOnce = (): Promise<void> => Promise.resolve();
let library: Library;
let table: SharedWorkTable;
/** The same works with vectors. */
let embedded: SharedWorkTable;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oeuvre-thread-'));
  library = openLibrary();
  for (let i = 0; i < 12; i++) addWork(library, `work-${i}.png`, { lightness: i / 12 });
  table = await loadWorkTable(library.catalogue, null);
  const vectors = { dim: 2, data: sharedFloats(table.ids.length * 2).fill(0.5) };
  embedded = { ...table, style: vectors, subject: vectors };
});

afterAll(async () => {
  library.close();
  await rm(folder, { recursive: true, force: true });
});

/** Each work many times over, so that they take some seconds to measure. */
function manyWorks({ ids }: SharedWorkTable): QualityWork[] {
  const reading = { probabilities: [0.7, 0.3], answer: ['baroque'] };
  const known = { movement: 'baroque', artist: null, genre: null, year: null, period: null };
  return Array.from({ length: 300 }, () => [...ids]).flatMap((all) =>
    all.map((id) => ({ id, ...known, reading })),
  );
}

describe('the insight thread', () => {
  it('answers as the tasks themselves do', async () => {
    const thread = new InsightThread(built);
    const named = { labels: [], axis: 'style', learnAxis: 'style' } as const;
    const input = { ...named, exactCopies: [] };
    expect(await thread.ask(table, 'portfolio', input)).toEqual(
      await INSIGHT_TASKS.portfolio(table, input, atOnce),
    );
    expect(await thread.ask(table, 'csv', named)).toBe(INSIGHT_TASKS.csv(table, named, atOnce));
    await thread.close();
  });

  it('answers about the table it is asked about', async () => {
    const thread = new InsightThread(built);
    expect(await thread.ask(table, 'styleOrder', undefined)).toHaveLength(12);
    addWork(library, 'one-more.png');
    const larger = await loadWorkTable(library.catalogue, null, table);
    expect(await thread.ask(larger, 'styleOrder', undefined)).toHaveLength(13);
    await thread.close();
  });

  it('does not begin with what nobody waits for any more', async () => {
    const thread = new InsightThread(built);
    const asked = thread.ask(table, 'styleOrder', undefined, { signal: AbortSignal.abort() });
    await expect(asked).rejects.toMatchObject({ code: 'request/cancelled' });
    await thread.close();
  });

  it('fails what it was asked when it dies, and starts again', async () => {
    const script = join(folder, 'mortal.cjs');
    await writeFile(script, 'process.exit(3)');
    const thread = new InsightThread(script);
    await expect(thread.ask(table, 'styleOrder', undefined)).rejects.toThrow('code 3');
    await writeFile(
      script,
      `const { parentPort } = require('node:worker_threads');
       parentPort.on('message', ({ kind, seq }) => {
         if (kind === 'task') parentPort.postMessage({ kind: 'answer', seq, value: 'again' });
       });`,
    );
    expect(await thread.ask(table, 'styleOrder', undefined)).toBe('again');
    await thread.close();
  });

  it('a long task tells how far it is, lets others have their turn, and can be given up', async () => {
    const thread = new InsightThread(built);
    const seen: number[] = [];
    const control = new AbortController();
    const input = { movements: ['baroque', 'rococo'], works: manyWorks(embedded) };
    const measured = thread.ask(embedded, 'quality', input, {
      onProgress: ({ done }) => seen.push(done),
      signal: control.signal,
    });
    const refused = expect(measured).rejects.toMatchObject({ code: 'request/cancelled' });
    expect(await thread.ask(embedded, 'styleOrder', undefined)).toHaveLength(12);
    await vi.waitUntil(() => seen.length > 1, { timeout: 20_000 });
    control.abort();
    await refused;
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    await thread.close();
  });

  it('says that it is closing to those who wait', async () => {
    const thread = new InsightThread(built);
    const asked = thread.ask(table, 'csv', { labels: [], axis: 'style', learnAxis: 'style' });
    const refused = expect(asked).rejects.toMatchObject({ code: 'request/cancelled' });
    await thread.close();
    await refused;
  });
});
