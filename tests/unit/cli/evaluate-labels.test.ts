import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it, test } from 'vitest';
import { readLabels } from '../../../src-main/cli/evaluate-labels';
import { UsageError } from '../../../src-main/cli/usage-error';

const folders: string[] = [];
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

async function table(content: string | Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'oeuvre-labels-test-'));
  folders.push(folder);
  const file = join(folder, 'labels.csv');
  await writeFile(file, content);
  return file;
}

it('reads quotes, line breaks within them, a byte order mark and both line ends', async () => {
  const text =
    '\ufefffile,movement,artist\r\n"a, ""b"".jpg",Baroque,\r\n\r\n"line\nbreak.png", cubism ,Juan Gris\n';
  expect((await readLabels(await table(text))).works).toEqual([
    { file: 'a, "b".jpg', movement: 'Baroque', artist: null, genre: null, year: null },
    { file: 'line\nbreak.png', movement: 'cubism', artist: 'Juan Gris', genre: null, year: null },
  ]);
});

it('finds columns in any order and passes over those it does not know', async () => {
  const text =
    'Year,note,Genre,MOVEMENT,file\n1874,x,landscape,impressionism,早期/海.jpg\n,,,,b.jpg';
  expect((await readLabels(await table(text))).works).toEqual([
    {
      file: '早期/海.jpg',
      movement: 'impressionism',
      artist: null,
      genre: 'landscape',
      year: 1874,
    },
    { file: 'b.jpg', movement: null, artist: null, genre: null, year: null },
  ]);
});

it('skips lines that name nothing to measure, and goes on', async () => {
  const text = 'file,movement\na.jpg,x\n,cubism\nb.jpg\nc.jpg,y,z\nd.jpg,baroque';
  const { works, skipped } = await readLabels(await table(text));
  expect(works.map(({ file }) => file)).toEqual(['a.jpg', 'd.jpg']);
  expect(skipped).toEqual([
    { file: '', reason: "Line 3: expected a path in 'file' but it is empty" },
    { file: 'b.jpg', reason: 'Line 4: expected 2 cells but received 1' },
    { file: 'c.jpg', reason: 'Line 5: expected 2 cells but received 3' },
  ]);
});

it('counts a work without its year where that is no number', async () => {
  const text = 'file,movement,year\na.jpg,x,about 1900\nb.jpg,x,1874';
  const { works, undated } = await readLabels(await table(text));
  expect(works.map(({ year }) => year)).toEqual([null, 1874]);
  expect(undated).toEqual([{ line: 2, year: 'about 1900' }]);
});

test.each([
  ['', 'line 1', "Expected a column 'file'"],
  ['file,artist\na.jpg,x', 'line 1', "Expected a column 'movement'"],
  ['file,movement\na.jpg,"x\nb.jpg,y', 'line 3', 'Quote Not Closed'],
  ['file,movement\n"line\nbreak.jpg",x\nb.jpg,y"z\n', 'line 4', 'Invalid Opening Quote'],
])('%j is wrong in %s', async (text, line, reason) => {
  const reading = readLabels(await table(text));
  await expect(reading).rejects.toThrow(UsageError);
  await expect(reading).rejects.toThrow(`--labels: ${line}: `);
  await expect(reading).rejects.toThrow(reason);
});

it('refuses what is no UTF-8 and what is not there', async () => {
  await expect(readLabels(await table(Uint8Array.of(0x66, 0xff, 0x0a)))).rejects.toThrow('UTF-8');
  await expect(readLabels('/there/is/no/labels.csv')).rejects.toThrow('/there/is/no/labels.csv');
});
