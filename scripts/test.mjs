#!/usr/bin/env node
// @ts-check
// Installs, builds and runs all tests. `npm test -- unit`, `-- engine` and `-- e2e` run a part.
import { ensureBuilt } from './runtime/built.mjs';
import { ensureInstalled } from './runtime/installed.mjs';
import { runMain, say } from './runtime/say.mjs';
import { sumCounts } from './runtime/test-counts.mjs';
import { chooseRunners, runRunner } from './runtime/test-runners.mjs';

await runMain(async () => {
  const runners = chooseRunners(process.argv.slice(2));
  if (!(await isReady())) return conclude([{ passed: 0, failed: 1, skipped: 0 }]);
  const results = [];
  for (const runner of runners) results.push({ runner, counts: await runRunner(runner) });
  for (const { runner, counts } of results) {
    const { passed, failed, skipped } = counts;
    console.log(`${runner.name}: ${passed} passed, ${failed} failed, ${skipped} skipped`);
  }
  return conclude(results.map(({ counts }) => counts));
});

/** What cannot be installed or built is a failure with a sum line of its own. */
async function isReady() {
  try {
    await ensureInstalled(say);
    await ensureBuilt(say);
    return true;
  } catch (error) {
    say(String(error));
    return false;
  }
}

/**
 * Prints the last line.
 *
 * @param {import('./runtime/test-counts.mjs').Counts[]} all
 * @returns {number} the exit code
 */
function conclude(all) {
  const { passed, failed } = sumCounts(all);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
