import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openEngine, type OpenedEngine } from '../compose/studio';

/**
 * A pipe with a name, at which somebody waits for a reader: whoever opens the path to read lets him go on. So
 * even the attempt to look into a file is seen, without any trace of the system.
 */
class Tripwire {
  #waiting: ChildProcess | undefined;
  touched = false;

  constructor(readonly path: string) {
    execFileSync('mkfifo', [path]);
  }

  async arm(): Promise<void> {
    const code = `console.log('armed'); require('fs').openSync(${JSON.stringify(this.path)}, 'w'); console.log('touched')`;
    const waiting = spawn(process.execPath, ['--eval', code], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    this.#waiting = waiting;
    const { stdout } = waiting;
    if (!stdout) throw new Error('Expected a pipe from the process that waits');
    stdout.on('data', (text: Buffer) => (this.touched ||= String(text).includes('touched')));
    await once(stdout, 'data');
  }

  async close(): Promise<void> {
    if (this.#waiting?.exitCode !== null || !this.#waiting.kill('SIGKILL')) return;
    await once(this.#waiting, 'close');
  }
}

let root: string;
let works: string;
let opened: OpenedEngine;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'oeuvre-outside-'));
  works = join(root, 'works');
  await mkdir(works);
  opened = await openEngine();
});
afterEach(async () => {
  await opened.close();
  await rm(root, { recursive: true, force: true });
});

async function index(): Promise<{ failed: Record<string, string>; names: string[] }> {
  const { engine } = opened;
  await engine.request('folders.add', { path: works });
  await engine.idle();
  const { ids } = await engine.request('gallery.query', {});
  const cards = await engine.request('gallery.cards', { ids: [...ids] });
  const failed = await engine.request('files.failed', {});
  return {
    names: cards.map(({ fileName }) => fileName).sort(),
    failed: Object.fromEntries(
      failed.map(({ path, code }) => [path.slice(works.length + 1), code]),
    ),
  };
}

const svg = (content: string, before = ''): string =>
  `${before}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="30"><rect width="40" height="30" fill="#456"/>${content}</svg>`;

/** Every way we know in which a drawing can ask for something beside itself. */
const REACHES: Record<string, (address: string) => string> = {
  'image.svg': (a) => svg(`<image href="${a}" width="9" height="9"/>`),
  'xlink.svg': (a) => svg(`<image xlink:href="${a}" width="9" height="9"/>`),
  'use.svg': (a) => svg(`<use href="${a}#part"/>`),
  'filter.svg': (a) => svg(`<filter id="f"><feImage href="${a}"/></filter><g filter="url(#f)"/>`),
  'fill.svg': (a) => svg(`<circle r="9" fill="url(${a}#paint)"/>`),
  'style.svg': (a) => svg(`<style>@import url(${a});</style>`),
  'font.svg': (a) => svg(`<style>@font-face { font-family: x; src: url(${a}) }</style>`),
  'entity.svg': (a) => svg('<text>&x;</text>', `<!DOCTYPE svg [<!ENTITY x SYSTEM "${a}">]>`),
  'doctype.svg': (a) => svg('', `<!DOCTYPE svg SYSTEM "${a}">`),
  'stylesheet.svg': (a) => svg('', `<?xml-stylesheet href="${a}" type="text/css"?>`),
  'include.svg': (a) =>
    svg(`<include xmlns="http://www.w3.org/2001/XInclude" href="${a}" parse="text"/>`),
};

describe.skipIf(process.platform === 'win32')('the tripwire', () => {
  it('tells when somebody looks', async () => {
    const wire = new Tripwire(join(root, 'secret.png'));
    await wire.arm();
    expect(wire.touched).toBe(false);
    await readFile(wire.path);
    await expect.poll(() => wire.touched).toBe(true);
    await wire.close();
  });
});

describe.skipIf(process.platform === 'win32')('a drawing that asks for another file', () => {
  it('is never given it, whichever way it asks', async () => {
    const wire = new Tripwire(join(root, 'secret.png'));
    await wire.arm();
    for (const [name, drawing] of Object.entries(REACHES)) {
      await writeFile(join(works, name), drawing(pathToFileURL(wire.path).href));
      await writeFile(join(works, `relative ${name}`), drawing('../secret.png'));
    }
    const { names, failed } = await index();
    expect(wire.touched).toBe(false);
    expect([...names, ...Object.keys(failed)]).toHaveLength(2 * Object.keys(REACHES).length);
    expect(failed['image.svg']).toBe('file/external-reference');
    for (const { id } of await opened.engine.request('gallery.cards', {
      ids: [...(await opened.engine.request('gallery.query', {})).ids],
    })) {
      await opened.engine.request('files.locate', { id, kind: 'preview' });
    }
    expect(wire.touched).toBe(false);
    await wire.close();
  });
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it('is not opened: a pipe, a device, a link to either', async () => {
    const wire = new Tripwire(join(works, 'pipe.png'));
    await wire.arm();
    await symlink(wire.path, join(works, 'to pipe.png'));
    await symlink('/dev/zero', join(works, 'endless.png'));
    await writeFile(
      join(works, 'good.png'),
      await sharp({ create: { width: 30, height: 20, channels: 3, background: '#a63' } })
        .png()
        .toBuffer(),
    );
    const { names } = await index();
    expect(names).toEqual(['good.png']);
    expect(wire.touched).toBe(false);
    await wire.close();
  });
});
