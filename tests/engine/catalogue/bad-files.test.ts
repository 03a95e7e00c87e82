import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStudio, picture, type Studio } from './support';

let studio: Studio;
beforeEach(async () => {
  studio = await openStudio();
});
afterEach(() => studio.close());

const at = (name: string): string => path.join(studio.works, name);
const failures = (): Record<string, string> =>
  Object.fromEntries(
    studio.catalogue.failures
      .list()
      .map(({ path: file, code }) => [path.relative(studio.works, file), code]),
  );

/** Hash and times of every file below a folder. */
async function fingerprint(folder: string): Promise<Record<string, string>> {
  const prints: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    // The name that is no UTF-8 cannot be asked for by this name.
    if (!entry.isFile() || entry.name.includes('\uFFFD')) continue;
    const file = path.join(entry.parentPath, entry.name);
    const { mtimeMs, ctimeMs, size } = await stat(file);
    if (size > 2 ** 30) continue;
    const hash = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
    prints[file] = `${hash} ${mtimeMs} ${ctimeMs}`;
  }
  return prints;
}

describe('a folder of bad files', () => {
  beforeEach(async () => {
    const whole = await sharp({
      create: { width: 600, height: 400, channels: 3, background: '#336699' },
    })
      .jpeg()
      .toBuffer();
    await studio.put({
      'good.png': 1,
      '\u{1F3A8} 春天 \n new line.png': 2,
      'zero.jpg': '',
      'torn.jpg': whole.subarray(0, whole.length / 2),
      'text.jpg': 'this is no picture',
      'drawing.kra': 'a format nobody opens here',
      'notes.txt': 'passed over',
      'film.mp4': 'passed over',
      '.hidden.png': 3,
      'outside.svg': `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///etc/hostname" width="9" height="9"/></svg>`,
    });
    await writeFile(at('huge.png'), '');
    await truncate(at('huge.png'), 2 * 1024 ** 3);
    await mkdir(at('sub'));
    await symlink(studio.works, at('sub/loop'));
    await symlink(at('nowhere.png'), at('broken.png'));
    await symlink('self.png', at('self.png'));
    await writeFile(
      Buffer.concat([Buffer.from(at('')), Buffer.from('/bad-\xff.png', 'latin1')]),
      await picture(9),
    );
  });

  it('is listed file by file with its reason; the rest is taken in', async () => {
    const before = await fingerprint(studio.works);
    await studio.index();
    expect([...studio.names().values()].sort()).toEqual(
      ['good.png', '\u{1F3A8} 春天 \n new line.png'].sort(),
    );
    expect(failures()).toEqual({
      'zero.jpg': 'file/empty',
      'torn.jpg': 'file/truncated',
      'text.jpg': 'file/not-an-image',
      'drawing.kra': 'file/unsupported-format',
      'outside.svg': 'file/external-reference',
      'huge.png': 'file/too-large',
      'sub/loop': 'file/link-loop',
      'broken.png': 'file/broken-link',
      'self.png': 'file/link-loop',
      'bad-\uFFFD.png': 'file/unreadable',
    });
    expect(studio.catalogue.failures.list().every(({ reason }) => reason.length > 10)).toBe(true);
    expect(await fingerprint(studio.works)).toEqual(before);
  });

  it('is not tried again before something changes, unless asked to', async () => {
    await studio.index();
    const listed = failures();
    studio.decoded.length = 0;
    await studio.index();
    expect(studio.decoded).toEqual([]);
    expect(failures()).toEqual(listed);
    await studio.index({ retryFailed: true });
    expect(studio.decoded).toContain(at('torn.jpg'));
    expect(failures()).toEqual(listed);
  });

  it('no longer lists what was mended, replaced or taken away', async () => {
    await studio.index();
    await rm(at('broken.png'));
    await rm(at('sub'), { recursive: true });
    await rm(at('drawing.kra'));
    await studio.put({ 'zero.jpg': 11, 'torn.jpg': 12 });
    await studio.index();
    expect(Object.keys(failures()).sort()).toEqual(
      ['bad-\uFFFD.png', 'huge.png', 'outside.svg', 'self.png', 'text.jpg'].sort(),
    );
    expect(studio.names().size).toBe(4);
  });
});

describe('links', () => {
  it('to a folder outside are followed, to one inside not again', async () => {
    await studio.put({ 'inside/a.png': 1 });
    const outside = path.join(studio.root, 'outside');
    await mkdir(outside);
    await writeFile(path.join(outside, 'b.png'), await picture(2));
    await symlink(outside, at('one'));
    await symlink(outside, at('two'));
    await symlink(at('inside'), at('three'));
    await symlink(outside, path.join(outside, 'loop'));
    await studio.index();
    expect([...studio.names().values()].sort()).toEqual(['a.png', 'b.png']);
    expect(studio.catalogue.files.exactDuplicates()).toEqual([]);
    expect(failures()).toEqual({ 'one/loop': 'file/link-loop' });
  });
});
