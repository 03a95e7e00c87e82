import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** The contents of all built files below a folder with one of these endings, by path. */
async function built(folder: string, endings: RegExp): Promise<[path: string, text: string][]> {
  const root = resolve('out', folder);
  const names = (await readdir(root, { recursive: true })).filter((name) => endings.test(name));
  expect(names, `built files in ${root}`).not.toEqual([]);
  return Promise.all(
    names.map(async (name) => [name, await readFile(join(root, name), 'utf8')] as [string, string]),
  );
}

const matches = (files: readonly [string, string][], pattern: RegExp): string[] =>
  files.flatMap(([, text]) => Array.from(text.matchAll(pattern), ([whole]) => whole));

const ADDRESS = /\b(?:https?|wss?|ftp):\/\/[\w.-]+/g;

/**
 * Addresses that our libraries carry as names or in the words of their errors. None is ever opened: the
 * content security policy and the locks of the shell stand behind that.
 */
const NAMES = new Set([
  // Names of XML namespaces.
  'http://www.w3.org',
  // Names of JSON schema's versions, in zod.
  'http://json-schema.org',
  'https://json-schema.org',
  // "More about this error", in Svelte, paraglide and zod.
  'https://svelte.dev',
  'https://paraglidejs.com',
  'https://github.com',
  // What paraglide and zod complete relative addresses with while they take them apart.
  'http://fallback.com',
  'http://example.com',
  'https://exa',
]);

describe('the built interface', () => {
  it('names no address in its page and its styles', async () => {
    const files = await built('renderer', /\.(html|css)$/);
    expect(matches(files, ADDRESS)).toEqual([]);
    expect(matches(files, /(?:src|href)=["']?(?!\.?\/)[^"'\s>]+|url\(["']?\/\/|@import/g)).toEqual(
      [],
    );
  });

  it('names no address in its scripts beside those that nobody opens', async () => {
    const found = new Set(matches(await built('renderer', /\.m?js$/), ADDRESS));
    expect([...found].filter((address) => !NAMES.has(address))).toEqual([]);
  });

  it('brings its own fonts', async () => {
    const fonts = (await readdir(resolve('out/renderer/assets'))).join(' ');
    expect(fonts).toMatch(/inter.*\.woff2/);
    expect(fonts).toMatch(/newsreader.*\.woff2/);
  });
});

describe('what runs natively', () => {
  const NETWORK = new Set(
    builtinModules.filter((name) =>
      /^_?(net|tls|http|http2|https|dgram|dns|inspector)\b/.test(name),
    ),
  );

  const askedBy = (files: readonly [string, string][]): string[] =>
    matches(files, /(?:require|import)\(["'`][^"'`]+["'`]\)/g).map((call) =>
      call.replace(/^\w+\(["'`](?:node:)?|["'`]\)$/g, ''),
    );
  /** The thread that fetches a model pack after the user's yes; nothing else is in its script. */
  const DOWNLOAD = 'download-worker.cjs';

  it('asks for no module that can reach the network, but in the one thread that fetches a pack', async () => {
    const main = await built('main', /\.cjs$/);
    const others = main.filter(([path]) => path !== DOWNLOAD);
    const asked = askedBy([...others, ...(await built('preload', /\.cjs$/))]);
    expect(asked).toContain('fs');
    expect(asked.filter((name) => NETWORK.has(name))).toEqual([]);

    const download = main.filter(([path]) => path === DOWNLOAD);
    expect(askedBy(download).filter((name) => NETWORK.has(name))).toEqual(['http', 'https']);
    expect(matches(download, ADDRESS)).toEqual([]);
  });

  it('names that thread in the shell alone, so that the command line can’t start it', async () => {
    const names = (await built('main', /\.cjs$/)).flatMap(([path, text]) =>
      text.includes(DOWNLOAD) && path !== DOWNLOAD ? [path] : [],
    );
    expect(names).toEqual(['index.cjs']);
  });

  it('never calls fetch, and opens no page in the system’s browser', async () => {
    const files = await built('main', /\.cjs$/);
    expect(matches(files, /\b(?:net|globalThis)\.fetch\(|\bopenExternal\b/g)).toEqual([]);
  });
});
