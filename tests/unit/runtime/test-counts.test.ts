import { describe, expect, it } from 'vitest';
import { countPlaywright, countVitest, sumCounts } from '../../../scripts/runtime/test-counts.mjs';

const NO_STATS = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };
const passedFile = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failedFile = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const unloadableFile = { status: 'failed', assertionResults: [] };

describe('countVitest', () => {
  it.each([
    {
      name: 'a good run',
      report: vitestReport({ numPassedTests: 5, testResults: [passedFile] }),
      exit: 0,
      expected: { passed: 5, failed: 0, skipped: 0 },
    },
    {
      name: 'failed tests',
      report: vitestReport({ numPassedTests: 5, numFailedTests: 2, testResults: [failedFile] }),
      exit: 1,
      expected: { passed: 5, failed: 2, skipped: 0 },
    },
    {
      name: 'a file that could not be loaded',
      report: vitestReport({ numPassedTests: 5, testResults: [passedFile, unloadableFile] }),
      exit: 1,
      expected: { passed: 5, failed: 1, skipped: 0 },
    },
    {
      name: 'an error outside every test',
      report: vitestReport({ numPassedTests: 5, testResults: [passedFile] }),
      exit: 1,
      expected: { passed: 5, failed: 1, skipped: 0 },
    },
    {
      name: 'skipped tests and those to be written',
      report: vitestReport({ numPassedTests: 1, numPendingTests: 2, numTodoTests: 1 }),
      exit: 0,
      expected: { passed: 1, failed: 0, skipped: 3 },
    },
    {
      name: 'no report',
      report: undefined,
      exit: 137,
      expected: { passed: 0, failed: 1, skipped: 0 },
    },
  ])('counts $name', ({ report, exit, expected }) => {
    expect(countVitest(report, exit)).toEqual(expected);
  });
});

describe('countPlaywright', () => {
  it.each([
    { name: 'a good run', stats: { expected: 4 }, errors: [], exit: 0, failed: 0 },
    { name: 'failed tests', stats: { expected: 4, unexpected: 2 }, errors: [], exit: 1, failed: 2 },
    { name: 'unsteady tests', stats: { expected: 4, flaky: 1 }, errors: [], exit: 0, failed: 1 },
    { name: 'a broken set-up', stats: { expected: 4 }, errors: [{}], exit: 1, failed: 1 },
    { name: 'a bad end', stats: { expected: 4 }, errors: [], exit: 1, failed: 1 },
  ])('counts $name', ({ stats, errors, exit, failed }) => {
    const counts = countPlaywright({ stats: { ...NO_STATS, ...stats }, errors }, exit);
    expect(counts).toEqual({ passed: 4, failed, skipped: 0 });
  });

  it('counts a runner without a report as one failure', () => {
    expect(countPlaywright(undefined, 124)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

it('adds the runners up', () => {
  const all = [
    { passed: 5, failed: 0, skipped: 1 },
    { passed: 0, failed: 1, skipped: 0 },
  ];
  expect(sumCounts(all)).toEqual({ passed: 5, failed: 1, skipped: 1 });
});

function vitestReport(parts: Partial<NonNullable<Parameters<typeof countVitest>[0]>>) {
  return { numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, testResults: [], ...parts };
}
