import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeRuntime, findRuntime } from '../../../scripts/runtime/find-runtime.mjs';
import { executableName } from '../../../scripts/runtime/official-runtime.mjs';
import { registryRuntimeFits, runtimeEntry } from '../../../scripts/runtime/registry-runtime.mjs';
import { temporaryFolder } from './support/temporary-folder';

async function placeRuntime(folder: string, version: string): Promise<string> {
  const executable = join(folder, executableName());
  await mkdir(dirname(executable), { recursive: true });
  await writeFile(executable, '');
  await writeFile(join(folder, 'version'), version);
  return executable;
}

describe('the order of the places', () => {
  it('takes the override before anything else', async () => {
    const base = await temporaryFolder();
    await placeRuntime(join(base, 'electron/dist'), '45.0.0');
    const executable = await placeRuntime(join(base, 'mine'), 'v44.1.2');
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(base, 'mine') };
    const runtime = await findRuntime({ env, electronPackage: join(base, 'electron') });
    expect(runtime).toEqual({
      executable,
      version: '44.1.2',
      source: 'ELECTRON_OVERRIDE_DIST_PATH',
    });
  });

  it('says that an override leads nowhere instead of taking another runtime', async () => {
    const base = await temporaryFolder();
    const env = { ELECTRON_OVERRIDE_DIST_PATH: join(base, 'gone') };
    const electronPackage = join(base, 'electron');
    await placeRuntime(join(electronPackage, 'dist'), '45.0.0');
    const search = findRuntime({ env, electronPackage });
    await expect(search).rejects.toThrow(/ELECTRON_OVERRIDE_DIST_PATH: not there/);
  });

  it.runIf(registryRuntimeFits())('takes the installed one before our cache', async () => {
    const base = await temporaryFolder();
    await placeRuntime(join(base, 'oeuvre/electron-33.2.1-linux-x64'), '33.2.1');
    const executable = await placeRuntime(join(base, 'electron/dist'), '45.0.0');
    const runtime = await findRuntime({
      env: { XDG_CACHE_HOME: base },
      electronPackage: join(base, 'electron'),
    });
    expect(runtime.executable).toBe(executable);
  });

  it.runIf(registryRuntimeFits())('looks into our cache before any download', async () => {
    const base = await temporaryFolder();
    const cached = join(base, 'oeuvre/electron-33.2.1-linux-x64');
    const executable = await placeRuntime(cached, '33.2.1');
    const said: string[] = [];
    const runtime = await findRuntime({
      env: { XDG_CACHE_HOME: base },
      electronPackage: join(base, 'electron'),
      say: (line) => said.push(line),
    });
    expect(runtime.executable).toBe(executable);
    expect(said).toEqual([]);
    expect(existsSync(join(cached, 'resources/app/package.json'))).toBe(true);
  });

  it.runIf(registryRuntimeFits())('brings the loader of a cached runtime up to date', async () => {
    const base = await temporaryFolder();
    const app = join(base, 'oeuvre/electron-33.2.1-linux-x64/resources/app');
    await placeRuntime(join(base, 'oeuvre/electron-33.2.1-linux-x64'), '33.2.1');
    await mkdir(app, { recursive: true });
    await writeFile(join(app, 'index.cjs'), 'an older loader');
    const electronPackage = join(base, 'electron');
    await findRuntime({ env: { XDG_CACHE_HOME: base }, electronPackage });
    expect(await readFile(join(app, 'index.cjs'), 'utf8')).toContain('app.setAppPath');
  });
});

it('says in one line which runtime was taken', () => {
  const runtime = { executable: '/opt/electron', version: '45.4.1', source: 'the cache' };
  expect(describeRuntime(runtime)).toBe('Electron 45.4.1 from the cache: /opt/electron');
});

it.each([
  { entry: 'Cypress/Cypress', expected: 'electron' },
  { entry: 'Cypress/locales/zh-CN.pak', expected: 'locales/zh-CN.pak' },
  { entry: 'Cypress/v8_context_snapshot.bin', expected: 'v8_context_snapshot.bin' },
  { entry: 'Cypress/browser_v8_context_snapshot.bin', expected: undefined },
  { entry: 'Cypress/resources/app/index.js', expected: undefined },
  { entry: 'package.json', expected: undefined },
])('puts $entry of the registry archive at $expected', ({ entry, expected }) => {
  expect(runtimeEntry(entry)).toBe(expected);
});
