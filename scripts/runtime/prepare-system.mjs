// @ts-check
import { runCommand } from './command.mjs';
import {
  findShortage,
  installCommand,
  packagesFor,
  readKnownPackages,
} from './system-packages.mjs';

const INSTALL_LIMIT_MS = 10 * 60 * 1000;

/**
 * Sees to it that Linux has what Electron needs. As root with apt the missing packages are
 * installed, saying so; otherwise the exact command is told. A missing Chinese font alone stops
 * nobody: the application runs, its Chinese texts show as boxes.
 *
 * @param {string} executable the Electron executable
 * @param {object} options
 * @param {boolean} options.needsXvfb whether a virtual display will be started
 * @param {(line: string) => void} options.say
 * @param {boolean} [options.mayInstall] as root by default
 * @returns {Promise<void>}
 * @throws {Error} with the command to run, where something indispensable is missing
 */
export async function prepareSystem(executable, options) {
  if (process.platform !== 'linux') return;
  const { needsXvfb, say, mayInstall = process.getuid?.() === 0 } = options;
  const shortage = await findShortage(executable, needsXvfb);
  const indispensable = describe(shortage);
  if (indispensable.length === 0 && !shortage.font) return;
  const hasApt = (await runCommand('apt-get', ['--version'])).code === 0;
  if (hasApt && mayInstall) {
    await installPackages(shortage, say);
    await checkAgain(executable, needsXvfb);
    return;
  }
  const advice = await adviceFor(shortage, hasApt);
  if (indispensable.length > 0) throw new Error(`Missing: ${indispensable.join(', ')}. ${advice}`);
  say(`No font for Chinese was found; the English interface is not affected. ${advice}`);
}

/** @param {import('./system-packages.mjs').Shortage} shortage */
function describe(shortage) {
  return [...shortage.libraries, ...(shortage.display ? ['Xvfb (there is no display)'] : [])];
}

/**
 * @param {import('./system-packages.mjs').Shortage} shortage
 * @param {boolean} hasApt
 */
async function adviceFor(shortage, hasApt) {
  const isKnown = hasApt ? await readKnownPackages() : () => false;
  const packages = packagesFor(shortage, isKnown);
  return hasApt
    ? `Run: ${installCommand(packages)}`
    : `Install your system's packages for what Debian calls ${packages.join(' ')}.`;
}

/**
 * @param {import('./system-packages.mjs').Shortage} shortage
 * @param {(line: string) => void} say
 */
async function installPackages(shortage, say) {
  await apt(['update', '-qq']);
  const packages = packagesFor(shortage, await readKnownPackages());
  say(`Installing system packages as root: ${packages.join(' ')}`);
  const install = await apt(['install', '-y', '-qq', '--no-install-recommends', ...packages]);
  if (install.code === 0) return;
  throw new Error(`${installCommand(packages)} failed:\n${install.stderr.trim()}`);
}

/** @param {string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return runCommand('apt-get', args, { env, timeoutMs: INSTALL_LIMIT_MS });
}

/**
 * @param {string} executable
 * @param {boolean} needsXvfb
 */
async function checkAgain(executable, needsXvfb) {
  const left = describe(await findShortage(executable, needsXvfb));
  if (left.length > 0) throw new Error(`Still missing after the installation: ${left.join(', ')}`);
}
