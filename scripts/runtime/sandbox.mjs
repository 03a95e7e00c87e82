// @ts-check
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SET_USER_ID = 0o4000;

/**
 * Switches for Chromium that this user needs: its sandbox refuses to run as root.
 *
 * @param {number | undefined} [uid]
 * @returns {string[]}
 */
export function sandboxSwitches(uid = process.getuid?.()) {
  return process.platform === 'linux' && uid === 0 ? ['--no-sandbox'] : [];
}

/**
 * What to do on a Linux that keeps ordinary users from making namespaces (Ubuntu 23.10 and
 * later): Chromium then wants its helper to belong to root, which no download can arrange.
 *
 * @param {string} executable the Electron executable
 * @returns {string | undefined} advice, or undefined where nothing stands in the way
 */
export function sandboxAdvice(executable) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return undefined;
  const helper = join(dirname(executable), 'chrome-sandbox');
  if (!existsSync(helper) || isOwnedByRoot(helper) || !namespacesAreRestricted()) return undefined;
  return (
    'This system restricts user namespaces. If Electron complains about its sandbox, run: ' +
    `sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`
  );
}

/** @param {string} path */
function isOwnedByRoot(path) {
  const { uid, mode } = statSync(path);
  return uid === 0 && (mode & SET_USER_ID) !== 0;
}

function namespacesAreRestricted() {
  return (
    readSwitch('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') === '1' ||
    readSwitch('/proc/sys/kernel/unprivileged_userns_clone') === '0'
  );
}

/** @param {string} path */
function readSwitch(path) {
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : undefined;
}
