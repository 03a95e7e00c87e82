// @ts-check
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { runCommand } from './command.mjs';

const LIBRARY_PACKAGES = ['libnss3', 'libgtk-3-0', 'libasound2', 'libgbm1'];
const DISPLAY_PACKAGES = ['xvfb', 'xauth'];
const FONT_PACKAGE = 'fonts-wqy-microhei';
// Debian 13 and Ubuntu 24.04 renamed these for the 64-bit time_t transition.
const RENAMED = new Map([
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libasound2', 'libasound2t64'],
]);
const CHINESE_FONT_FILE =
  /wqy|cjk|source-?han|droidsansfallback|uming|ukai|arphic|sarasa|lxgw|wenkai|pingfang|msyh|simsun/i;

/**
 * @typedef {object} Shortage
 * @property {string[]} libraries shared libraries that the executable asks for in vain
 * @property {boolean} display whether Xvfb is needed and missing
 * @property {boolean} font whether no font can show Chinese
 */

/**
 * What Linux lacks for showing a window. Nothing is lacking on other systems.
 *
 * @param {string} executable the Electron executable
 * @param {boolean} needsXvfb whether a virtual display will be started
 * @returns {Promise<Shortage>}
 */
export async function findShortage(executable, needsXvfb) {
  const [libraries, display, font] = await Promise.all([
    missingLibraries(executable),
    needsXvfb ? commandIsMissing('Xvfb', ['-help']) : false,
    chineseFontIsMissing(),
  ]);
  return { libraries, display, font };
}

/**
 * Reads what `ldd` printed.
 *
 * @param {string} listing
 * @returns {string[]} names of the libraries that were not found, each once, in order
 */
export function parseMissingLibraries(listing) {
  const names = [...listing.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1] ?? '');
  return [...new Set(names)];
}

/**
 * The Debian packages that end a shortage. Libraries come as one set: what a missing library pulls
 * in differs between releases, and the set was proved on a bare system.
 *
 * @param {Shortage} shortage
 * @param {(name: string) => boolean} isKnown whether this release has a package of that name
 * @returns {string[]}
 */
export function packagesFor(shortage, isKnown) {
  const names = [
    ...(shortage.display ? DISPLAY_PACKAGES : []),
    ...(shortage.libraries.length > 0 ? LIBRARY_PACKAGES : []),
    ...(shortage.font ? [FONT_PACKAGE] : []),
  ];
  return names.map((name) => {
    const renamed = RENAMED.get(name);
    return renamed && isKnown(renamed) ? renamed : name;
  });
}

/**
 * The command a person can copy.
 *
 * @param {readonly string[]} packages
 * @returns {string}
 */
export function installCommand(packages) {
  return `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/**
 * Which of the renamed packages this release has, asked of apt's own lists.
 *
 * @returns {Promise<(name: string) => boolean>}
 */
export async function readKnownPackages() {
  const known = new Set();
  for (const name of RENAMED.values()) {
    const answer = await runCommand('apt-cache', ['show', '--no-all-versions', name]);
    if (answer.code === 0 && answer.stdout.includes('Package:')) known.add(name);
  }
  return (name) => known.has(name);
}

/** @param {string} executable */
async function missingLibraries(executable) {
  const listing = await runCommand('ldd', [executable]);
  return listing.code === 0 ? parseMissingLibraries(listing.stdout) : [];
}

/**
 * @param {string} command
 * @param {string[]} args
 */
async function commandIsMissing(command, args) {
  return (await runCommand(command, args)).code === 127;
}

async function chineseFontIsMissing() {
  const listing = await runCommand('fc-list', [':lang=zh-cn', 'family']);
  if (listing.code === 0) return listing.stdout.trim() === '';
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', join(homedir(), '.fonts')];
  const names = await Promise.all(folders.filter((folder) => existsSync(folder)).map(listFiles));
  return !names.flat().some((name) => CHINESE_FONT_FILE.test(name));
}

/** @param {string} folder */
async function listFiles(folder) {
  return readdir(folder, { recursive: true });
}
