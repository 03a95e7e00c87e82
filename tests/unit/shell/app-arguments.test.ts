import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAppArguments } from '../../../src-main/shell/app-arguments';

const cwd = resolve('/home/artist');

describe('the application arguments', () => {
  it.each([
    [[], { folders: [], sample: false }],
    [['--sample'], { folders: [], sample: true }],
    [['works'], { folders: [resolve(cwd, 'works')], sample: false }],
    [
      ['--folder', 'works', '--folder=/mnt/scans'],
      { folders: ['works', '/mnt/scans'].map((p) => resolve(cwd, p)), sample: false },
    ],
    [['--no-sandbox', '--remote-debugging-port=0'], { folders: [], sample: false }],
  ])('%j', (argv, expected) => {
    expect(readAppArguments(argv, cwd)).toMatchObject(expected);
  });

  it.each([[['--user-data-dir=profile']], [['--user-data-dir', 'profile']]])(
    'names another place for the data, which is no folder of works: %j',
    (argv) => {
      expect(readAppArguments(argv, cwd)).toEqual({
        folders: [],
        sample: false,
        userData: resolve(cwd, 'profile'),
      });
    },
  );
});
