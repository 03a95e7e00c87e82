import { describe, expect, it } from 'vitest';
import { needsVirtualDisplay } from '../../../scripts/runtime/display.mjs';
import { npmCommand } from '../../../scripts/runtime/npm.mjs';
import { cacheFolder } from '../../../scripts/runtime/places.mjs';
import { sandboxSwitches } from '../../../scripts/runtime/sandbox.mjs';

describe('needsVirtualDisplay', () => {
  it.each([
    { env: {}, platform: 'linux', expected: true },
    { env: { DISPLAY: ':0' }, platform: 'linux', expected: false },
    { env: { WAYLAND_DISPLAY: 'wayland-0' }, platform: 'linux', expected: false },
    { env: {}, platform: 'darwin', expected: false },
    { env: {}, platform: 'win32', expected: false },
  ] as const)('is $expected on $platform with $env', ({ env, platform, expected }) => {
    expect(needsVirtualDisplay(env, platform)).toBe(expected);
  });
});

it.runIf(process.platform === 'linux')('gives up the sandbox for root only', () => {
  expect(sandboxSwitches(0)).toEqual(['--no-sandbox']);
  expect(sandboxSwitches(1000)).toEqual([]);
});

it.runIf(process.platform === 'linux')('keeps its cache where the desktop says', () => {
  expect(cacheFolder({ XDG_CACHE_HOME: '/var/cache/me' })).toBe('/var/cache/me/oeuvre');
  expect(cacheFolder({ XDG_CACHE_HOME: 'relative' })).toMatch(/\/\.cache\/oeuvre$/);
});

it('starts the npm that runs the script, and no other', () => {
  const npm = npmCommand({ npm_execpath: '/usr/lib/npm/bin/npm-cli.js' });
  expect(npm).toEqual({
    command: process.execPath,
    leading: ['/usr/lib/npm/bin/npm-cli.js'],
    shell: false,
  });
});
