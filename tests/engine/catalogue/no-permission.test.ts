import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openCatalogue } from '../../../src-main/engine/storage/catalogue';
import { bundleChild } from './child/bundle-child';
import { runChild } from './child/run-child';
import { picture } from './support';

/** Nothing can be locked away from root: there the indexing process runs as somebody else. */
const NOBODY = 65534;
const uid = process.getuid?.() === 0 ? NOBODY : undefined;

let child: string;
let root: string;

beforeAll(async () => {
  child = await bundleChild('index-child');
  root = await mkdtemp(path.join(tmpdir(), 'oeuvre-locked-'));
  await mkdir(path.join(root, 'works', 'locked'), { recursive: true });
  if (uid !== undefined) await chown(root, uid, uid);
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
  await rm(path.dirname(child), { recursive: true, force: true });
});

const at = (name: string): string => path.join(root, 'works', name);

/** Indexes, then says what failed and which works are to be seen. */
async function index(): Promise<{ failed: Record<string, string>; seen: string[] }> {
  const data = path.join(root, 'data');
  const { code } = await runChild({ child, data, works: path.join(root, 'works'), uid });
  expect(code).toBe(0);
  const catalogue = openCatalogue(path.join(data, 'catalogue.db'));
  const [folder] = catalogue.folders.paths();
  catalogue.jobs.save({
    id: 'again',
    kind: 'index',
    subject: 'again',
    payload: JSON.stringify({ folderId: folder?.id }),
    state: 'queued',
    done: 0,
    total: 0,
    failed: 0,
  });
  const failed = Object.fromEntries(
    catalogue.failures.list().map(({ path: file, code: why }) => [path.basename(file), why]),
  );
  const seen = catalogue.database
    .all<{ file_name: string }>(
      'SELECT file_name FROM artworks WHERE visible = 1 ORDER BY file_name',
    )
    .map(({ file_name: name }) => name);
  catalogue.close();
  return { failed, seen };
}

describe.skipIf(process.platform === 'win32')('what may not be read', () => {
  it('is listed, and what it holds is not taken for lost', async () => {
    await writeFile(at('locked/a.png'), await picture(1));
    await writeFile(at('b.png'), await picture(2));
    expect(await index()).toEqual({ failed: {}, seen: ['a.png', 'b.png'] });

    await writeFile(at('c.png'), await picture(3));
    await chmod(at('c.png'), 0o000);
    await chmod(at('locked'), 0o000);
    expect(await index()).toEqual({
      failed: { locked: 'file/no-permission', 'c.png': 'file/no-permission' },
      seen: ['a.png', 'b.png'],
    });

    await chmod(at('c.png'), 0o644);
    await chmod(at('locked'), 0o755);
    expect(await index()).toEqual({ failed: {}, seen: ['a.png', 'b.png', 'c.png'] });
  });
});
