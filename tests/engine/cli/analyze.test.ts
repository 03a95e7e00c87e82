import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { analyzeOutputSchema, TRAIT_IDS, type AnalyzeOutput } from '../../../src-main/contract';
import { oeuvre, temporaryFolder } from './support';

/** Four works in two manners, and files that can't be read. */
async function portfolio(): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '早期'));
  const flat = (background: string) =>
    sharp({ create: { width: 320, height: 240, channels: 3, background } });
  const dated = { IFD2: { DateTimeOriginal: '2019:05:04 12:30:00' } };
  const noise = { type: 'gaussian', mean: 128, sigma: 60 } as const;
  const rough = sharp({
    create: { width: 240, height: 320, channels: 3, background: '#808080', noise },
  });
  await flat('#b04030').withExif(dated).jpeg().toFile(join(folder, 'ember.jpg'));
  await flat('#304ab0')
    .png()
    .toFile(join(folder, '早期', '海 🌊.png'));
  await rough.clone().jpeg().toFile(join(folder, 'grain.jpg'));
  await rough
    .clone()
    .rotate(180)
    .webp()
    .toFile(join(folder, '早期', 'line\nbreak.webp'));
  await writeFile(join(folder, 'empty.png'), '');
  await writeFile(join(folder, 'letter.jpg'), 'Dear gallery');
  await writeFile(
    join(folder, 'linked.svg'),
    '<svg width="9" height="9"><image href="file:///etc/hostname"/></svg>',
  );
  await symlink(folder, join(folder, 'loop'));
  return folder;
}

async function analyzed(file: string): Promise<AnalyzeOutput> {
  return analyzeOutputSchema.parse(JSON.parse(await readFile(file, 'utf8')));
}

/** Hash and time of every file below a folder. */
async function fingerprints(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  return Promise.all(
    files.sort().map(async (file) => {
      const hash = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      return `${file} ${hash} ${(await stat(file)).mtimeMs}`;
    }),
  );
}

async function workspaces(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('oeuvre-analyze-'));
}

describe('oeuvre analyze', () => {
  test('tells every work, lists what cannot be read, touches nothing and leaves nothing behind', async () => {
    const folder = await portfolio();
    const target = await temporaryFolder();
    const before = await fingerprints(folder);
    const left = await workspaces();
    const json = join(target, 'out.json');
    const { code, error } = await oeuvre(['analyze', folder, '--json', json]);
    const output = await analyzed(json);
    expect(code).toBe(0);
    expect(output).toMatchObject({ version: 1, oeuvre: '1.2.3' });
    expect(output.works.map(({ file }) => file).sort()).toEqual(
      ['ember.jpg', 'grain.jpg', '早期/line\nbreak.webp', '早期/海 🌊.png'].sort(),
    );
    expect(output.failed.filter(({ code: why }) => !why.includes('link'))).toMatchObject([
      { file: 'empty.png', code: 'file/empty' },
      { file: 'letter.jpg', code: 'file/not-an-image' },
      { file: 'linked.svg', code: 'file/external-reference' },
    ]);
    expect(error).toContain('4 works');
    expect(error).toContain('file/external-reference');
    expect(await fingerprints(folder)).toEqual(before);
    expect(await workspaces()).toEqual(left);
  });

  test('gives each work its measurements, its cluster and its likes', async () => {
    const folder = await portfolio();
    const { code, out } = await oeuvre(['analyze', folder]);
    const { works, portfolio: whole } = analyzeOutputSchema.parse(JSON.parse(out));
    const ember = works.find(({ file }) => file === 'ember.jpg');
    expect(code).toBe(0);
    expect(ember).toMatchObject({
      width: 320,
      height: 240,
      format: 'jpeg',
      takenAt: '2019-05-04T12:30:00',
    });
    expect(ember?.hash).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(ember?.traits ?? {}).sort()).toEqual([...TRAIT_IDS].sort());
    expect(ember?.palette[0]?.share).toBeGreaterThan(0.9);
    expect(ember?.cluster).toBe(0);
    expect(ember?.similar).toHaveLength(3);
    expect(ember?.similar[0]?.file).toBe('早期/海 🌊.png');
    expect(whole.works).toBe(4);
    expect(whole.clusters.flatMap(({ works: files }) => files)).toContain('ember.jpg');
  });

  test('with a catalogue the second run reads no picture again', async () => {
    const folder = await portfolio();
    const target = await temporaryFolder();
    const catalogue = join(target, 'mine.db');
    const first = await oeuvre([
      'analyze',
      folder,
      '--json',
      join(target, 'a.json'),
      '--catalogue',
      catalogue,
    ]);
    const again = await oeuvre([
      'analyze',
      folder,
      '--json',
      join(target, 'b.json'),
      '--catalogue',
      catalogue,
    ]);
    expect([first.code, again.code]).toEqual([0, 0]);
    expect(await readFile(join(target, 'b.json'), 'utf8')).toBe(
      await readFile(join(target, 'a.json'), 'utf8'),
    );
    const other = await oeuvre(['analyze', target, '--catalogue', catalogue]);
    expect(other).toMatchObject({ code: 2 });
    expect(other.error).toContain('--catalogue');
  });

  test('an interrupted run leaves nothing behind', async () => {
    const left = await workspaces();
    const interruption = new AbortController();
    const running = oeuvre(['analyze', await portfolio()], { interrupted: interruption.signal });
    interruption.abort();
    expect((await running).code).toBe(130);
    expect(await workspaces()).toEqual(left);
  });

  test('an empty folder has an empty portfolio', async () => {
    const { code, out } = await oeuvre(['analyze', await temporaryFolder()]);
    expect(code).toBe(0);
    expect(analyzeOutputSchema.parse(JSON.parse(out))).toMatchObject({ works: [], failed: [] });
  });
});

describe('the report', () => {
  test.each([
    ['en', 'Four Studies', '<html lang="en">', 'Plates'],
    ['zh', '四件习作', '<html lang="zh-Hans">', '图版'],
  ])('in %s is one file that asks for nothing', async (language, title, root, heading) => {
    const folder = await portfolio();
    const file = join(await temporaryFolder(), 'report.html');
    const { code } = await oeuvre([
      'analyze',
      folder,
      '--html',
      file,
      '--language',
      language,
      '--title',
      title,
    ]);
    const page = (await readFile(file, 'utf8')).replaceAll(/base64,[\w+/=]+/g, '');
    expect(code).toBe(0);
    for (const part of [root, title, heading, "default-src 'none'"]) expect(page).toContain(part);
    expect(page.match(/<image\s/g)).toHaveLength(4);
    expect(page).not.toMatch(/(?:href|src)="(?!data:|#)/);
    expect(page).not.toMatch(/url\((?!data:|#)/);
    expect(page).not.toContain('<script');
    expect(page).not.toMatch(/undefined|NaN|report_|trait_|colour_/);
  });
});

describe('wrong usage ends with 2 and says why', () => {
  test.each([
    [[], 'Expected a command'],
    [['paint'], "received 'paint'"],
    [['analyze'], 'Expected a folder'],
    [['analyze', 'a', 'b'], "also received 'b'"],
    [['analyze', '.', '--colour'], '--colour'],
    [['analyze', '.', '--language', 'fr'], 'Expected en or zh'],
    [['analyze', '/there/is/no/such/folder'], '/there/is/no/such/folder'],
    [['analyze', 'package.json'], 'not a folder'],
    [['analyze', '.', '--json', '/there/is/no/such/folder/a.json'], '--json'],
    [['analyze', '.', '--html', '.'], '--html'],
  ])('%j', async (args, reason) => {
    const { code, error } = await oeuvre(args);
    expect(code).toBe(2);
    expect(error).toContain(reason);
    expect(error).toContain('oeuvre analyze <folder>');
  });

  test.each([
    ['--help', 'oeuvre analyze <folder>'],
    ['-h', '--catalogue FILE'],
    ['--version', '1.2.3'],
  ])('%s answers on standard output', async (option, answer) => {
    const { code, out } = await oeuvre([option]);
    expect(code).toBe(0);
    expect(out).toContain(answer);
  });
});
