#!/usr/bin/env node
/**
 * Makes the generated part of the sample portfolio.
 *
 *     node scripts/samples/make.mjs [folder] [--only text]
 *
 * The folder is resources/samples where none is given; `--only` makes the series whose name holds
 * the text, and then leaves samples.json alone.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { saveWork } from './lib/save.mjs';
import { allSeries } from './portfolio.mjs';
import { publicDomain } from './public-domain.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
});
const folder = resolve(positionals[0] ?? join(root, 'resources/samples'));
const only = values.only?.toLowerCase();

/** @type {object[]} */
const works = [];
let total = 0;
for (const series of allSeries) {
  if (only && !series.name.toLowerCase().includes(only)) continue;
  await rm(join(folder, series.name), { recursive: true, force: true });
  for (const [index, work] of series.works.entries()) works.push(await make(series, index, work));
}
if (!only) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'samples.json'), `${JSON.stringify(catalogue(), undefined, 2)}\n`);
}
process.stdout.write(`${works.length} works, ${(total / 1e6).toFixed(2)} MB\n`);

/**
 * @param {import('./lib/work.mjs').Series} series @param {number} index
 * @param {import('./lib/work.mjs').Work} work
 */
async function make(series, index, work) {
  const started = performance.now();
  const number = String(index + 1).padStart(2, '0');
  const file = `${series.name}/${number} ${work.title}.${work.format ?? 'jpg'}`;
  const { width, height, bytes } = await saveWork(work, series.name, join(folder, file));
  total += bytes;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${file}  ${width} x ${height}  ${Math.round(bytes / 1024)} KB  ${seconds} s\n`,
  );
  const { title, date, keywords, relation } = work;
  const { name, style } = series;
  return {
    file,
    series: name,
    style,
    title,
    date,
    width,
    height,
    keywords,
    ...(relation && { relation }),
  };
}

function catalogue() {
  return {
    version: 1,
    series: allSeries.map(({ name, style, statement }) => ({ name, style, statement })),
    works,
    publicDomain: publicDomain.map(({ file, title, author, year, package: source }) => ({
      file: `public-domain/${file}`,
      title,
      author,
      year,
      package: source,
    })),
  };
}
