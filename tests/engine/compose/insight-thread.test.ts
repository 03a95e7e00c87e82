import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { InsightThread } from '../../../src-main/engine/compose/insight-thread';
import { INSIGHT_TASKS } from '../../../src-main/engine/compose/insight-tasks';
import { loadWorkTable } from '../../../src-main/engine/storage/load-work-table';
import type { SharedWorkTable } from '../../../src-main/engine/storage/table/table-transfer';
import { addWork, openLibrary, type Library } from '../storage/support';

/** As `npm run build` makes it. */
const built = resolve('out/main/insight-worker.cjs');
let library: Library;
let table: SharedWorkTable;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oeuvre-thread-'));
  library = openLibrary();
  for (let i = 0; i < 12; i++) addWork(library, `work-${i}.png`, { lightness: i / 12 });
  table = await loadWorkTable(library.catalogue, null);
});

afterAll(async () => {
  library.close();
  await rm(folder, { recursive: true, force: true });
});

describe('the insight thread', () => {
  it('answers as the tasks themselves do', async () => {
    const thread = new InsightThread(built);
    const input = { labels: [], exactCopies: [] };
    expect(await thread.ask(table, 'portfolio', input)).toEqual(
      await INSIGHT_TASKS.portfolio(table, input),
    );
    expect(await thread.ask(table, 'csv', { labels: [] })).toBe(
      INSIGHT_TASKS.csv(table, { labels: [] }),
    );
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

  it('says that it is closing to those who wait', async () => {
    const thread = new InsightThread(built);
    const asked = thread.ask(table, 'csv', { labels: [] });
    const refused = expect(asked).rejects.toMatchObject({ code: 'request/cancelled' });
    await thread.close();
    await refused;
  });
});
