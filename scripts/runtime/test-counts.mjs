// @ts-check

/**
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed tests that failed, and what kept tests from running
 * @property {number} skipped
 */

/**
 * @typedef {object} VitestReport the part of Vitest's JSON report that is read
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} [numTodoTests]
 * @property {{ status: string, assertionResults: { status: string }[] }[]} testResults
 */

/**
 * @typedef {object} PlaywrightReport the part of Playwright's JSON report that is read
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {unknown[]} errors what went wrong outside any test
 */

/**
 * Counts of a Vitest run. A file that could not be loaded has no tests in the report and counts as
 * one failure.
 *
 * @param {VitestReport | undefined} report undefined when the runner wrote none
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countVitest(report, exitCode) {
  if (!report) return NO_REPORT;
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return agreeWithExit(exitCode, {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  });
}

/**
 * Counts of a Playwright run. A test that passed only when repeated counts as failed.
 *
 * @param {PlaywrightReport | undefined} report undefined when the runner wrote none
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countPlaywright(report, exitCode) {
  if (!report) return NO_REPORT;
  const { expected, unexpected, flaky, skipped } = report.stats;
  return agreeWithExit(exitCode, {
    passed: expected,
    failed: unexpected + flaky + report.errors.length,
    skipped,
  });
}

/**
 * @param {readonly Counts[]} all
 * @returns {Counts}
 */
export function sumCounts(all) {
  return all.reduce(
    (sum, counts) => ({
      passed: sum.passed + counts.passed,
      failed: sum.failed + counts.failed,
      skipped: sum.skipped + counts.skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** @type {Counts} */
const NO_REPORT = Object.freeze({ passed: 0, failed: 1, skipped: 0 });

/**
 * A runner that ends badly although every test passed (a crash, an unhandled error, no tests at
 * all) must not look like success.
 *
 * @param {number} exitCode
 * @param {Counts} counts
 * @returns {Counts}
 */
function agreeWithExit(exitCode, counts) {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}
