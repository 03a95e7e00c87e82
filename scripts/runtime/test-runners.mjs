// @ts-check
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './places.mjs';
import { countPlaywright, countVitest } from './test-counts.mjs';

const MINUTE_MS = 60_000;

/**
 * @typedef {object} Runner
 * @property {string} name
 * @property {string} entry the runner's own script, below the repository
 * @property {string[]} args
 * @property {string} report where it leaves its JSON report, below the repository
 * @property {number} limitMs after which it is ended and counts as failed
 * @property {(report: any, exitCode: number) => import('./test-counts.mjs').Counts} count
 */

/** Folders of tests that Vitest runs, by the part a developer asks for. */
const VITEST_PARTS = new Map([
  ['unit', ['tests/unit', 'tests/architecture']],
  ['engine', ['tests/engine', 'tests/migrations', 'tests/offline']],
]);

/**
 * The runners for a command line: nothing means all; leading words `unit`, `engine` and `e2e` pick
 * parts, and what follows them goes to the runner.
 *
 * @param {readonly string[]} args
 * @returns {Runner[]}
 * @throws {Error} where it is unclear which runner the rest is meant for
 */
export function chooseRunners(args) {
  const firstOther = args.findIndex((arg) => arg !== 'e2e' && !VITEST_PARTS.has(arg));
  const parts = firstOther < 0 ? args : args.slice(0, firstOther);
  const rest = firstOther < 0 ? [] : args.slice(firstOther);
  const folders = parts.flatMap((part) => VITEST_PARTS.get(part) ?? []);
  const runners = [];
  if (parts.length === 0 || folders.length > 0) runners.push(vitest(folders, rest));
  if (parts.length === 0 || parts.includes('e2e')) runners.push(playwright(rest));
  if (rest.length > 0 && runners.length > 1) {
    throw new Error(`Which part is '${rest.join(' ')}' for? Say unit, engine or e2e first.`);
  }
  return runners;
}

/**
 * Runs one runner to its end, its output on the terminal, and reads its report.
 *
 * @param {Runner} runner
 * @returns {Promise<import('./test-counts.mjs').Counts>}
 */
export async function runRunner(runner) {
  const report = join(repositoryRoot, runner.report);
  rmSync(report, { force: true });
  const exitCode = await runToEnd(runner);
  return runner.count(readReport(report), exitCode);
}

/**
 * @param {string[]} folders
 * @param {string[]} rest
 * @returns {Runner}
 */
function vitest(folders, rest) {
  const report = 'test-results/vitest.json';
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name: 'Vitest',
    entry: 'node_modules/vitest/vitest.mjs',
    args: ['run', ...reporters, ...folders, ...rest],
    report,
    limitMs: 12 * MINUTE_MS,
    count: countVitest,
  };
}

/**
 * @param {string[]} rest
 * @returns {Runner}
 */
function playwright(rest) {
  return {
    name: 'Playwright',
    entry: 'node_modules/@playwright/test/cli.js',
    args: ['test', ...rest],
    report: 'test-results/e2e.json',
    limitMs: 12 * MINUTE_MS,
    count: countPlaywright,
  };
}

/**
 * The runner leads a process group of its own, so that at the limit its workers and windows end
 * with it.
 *
 * @param {Runner} runner
 * @returns {Promise<number>} exit code; 124 after the limit
 */
function runToEnd({ entry, args, limitMs }) {
  const ownGroup = process.platform !== 'win32';
  return new Promise((settle, fail) => {
    const child = spawn(process.execPath, [join(repositoryRoot, entry), ...args], {
      cwd: repositoryRoot,
      detached: ownGroup,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    const end = (/** @type {NodeJS.Signals} */ signal) => {
      if (child.pid === undefined) return;
      if (ownGroup) process.kill(-child.pid, signal);
      else child.kill(signal);
    };
    const stopForwarding = forwardSignals(end);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      end('SIGKILL');
    }, limitMs);
    child.once('error', fail);
    child.once('exit', (code) => {
      clearTimeout(timer);
      stopForwarding();
      settle(late ? 124 : (code ?? 1));
    });
  });
}

/**
 * @param {(signal: NodeJS.Signals) => void} end
 * @returns {() => void} stops forwarding
 */
function forwardSignals(end) {
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  return () => {
    process.off('SIGINT', end);
    process.off('SIGTERM', end);
  };
}

/** @param {string} path */
function readReport(path) {
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // A runner that was killed while it wrote has not reported.
    return undefined;
  }
}
