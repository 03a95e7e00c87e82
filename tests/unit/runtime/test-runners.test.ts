import { expect, it } from 'vitest';
import { chooseRunners } from '../../../scripts/runtime/test-runners.mjs';

const names = (args: string[]) => chooseRunners(args).map(({ name }) => name);

it.each([
  { args: [], expected: ['Vitest', 'Playwright'] },
  { args: ['unit'], expected: ['Vitest'] },
  { args: ['engine', 'e2e'], expected: ['Vitest', 'Playwright'] },
  { args: ['e2e', 'gallery'], expected: ['Playwright'] },
])('chooses $expected for $args', ({ args, expected }) => {
  expect(names(args)).toEqual(expected);
});

it('hands what follows the part to its runner', () => {
  expect(chooseRunners(['e2e', '-g', 'lasso'])[0]?.args).toEqual(['test', '-g', 'lasso']);
  expect(chooseRunners(['unit', '-t', 'palette'])[0]?.args.slice(-2)).toEqual(['-t', 'palette']);
});

it('asks which runner an argument is for where two would run', () => {
  expect(() => names(['-g', 'lasso'])).toThrow(/Say unit, engine or e2e first/);
});
