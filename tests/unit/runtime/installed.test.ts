import { describe, expect, it } from 'vitest';
import { installationMatches, refuseOldNode } from '../../../scripts/runtime/installed.mjs';

const LOCKED = {
  '': { version: '0.1.0' },
  'node_modules/sharp': { version: '0.35.5' },
  'node_modules/@img/sharp-win32-x64': { version: '0.35.5', optional: true },
};

describe('installationMatches', () => {
  it.each([
    {
      name: 'everything but the packages of other systems',
      installed: { 'node_modules/sharp': { version: '0.35.5' } },
      expected: true,
    },
    { name: 'nothing', installed: {}, expected: false },
    {
      name: 'an older version',
      installed: { 'node_modules/sharp': { version: '0.34.0' } },
      expected: false,
    },
    {
      name: 'a package that is no longer asked for',
      installed: {
        'node_modules/sharp': { version: '0.35.5' },
        'node_modules/left': { version: '1.0.0' },
      },
      expected: false,
    },
  ])('judges $name', ({ installed, expected }) => {
    expect(installationMatches(LOCKED, installed)).toBe(expected);
  });
});

it.each(['20.19.0', '20.20.2', '22.12.0'])('takes Node %s', (version) => {
  expect(() => refuseOldNode(version)).not.toThrow();
});

it.each(['18.20.0', '20.18.3'])('refuses Node %s', (version) => {
  expect(() => refuseOldNode(version)).toThrow(
    `Oeuvre needs Node 20.19 or newer; this is ${version}`,
  );
});
