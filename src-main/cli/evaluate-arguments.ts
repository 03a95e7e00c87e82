import { parseArgs } from 'node:util';
import { UsageError } from './usage-error';

export interface StyleArguments {
  what: 'style';
  folder: string;
  labels: string;
  json?: string | undefined;
  catalogue?: string | undefined;
  /** Folder of the model to measure instead of the one in use. */
  model?: string | undefined;
  /** The movements to look at alone; null for all. */
  only: string[] | null;
  /** Answers drawn at random instead of a model's. */
  chance: boolean;
}

export interface SuggestionsArguments {
  what: 'suggestions';
  train: string;
  test: string;
  valid?: string | undefined;
  minRating: number | null;
  /** 0 familiar .. 1 surprising. */
  surprise: number;
  json?: string | undefined;
}

export type EvaluateArguments = StyleArguments | SuggestionsArguments;

const TEXT = { type: 'string' } as const;
const HELP = { help: { type: 'boolean', short: 'h' } } as const;
const OPTIONS = {
  style: {
    folder: TEXT,
    labels: TEXT,
    json: TEXT,
    catalogue: TEXT,
    model: TEXT,
    only: TEXT,
    chance: { type: 'boolean' },
    ...HELP,
  },
  suggestions: {
    train: TEXT,
    test: TEXT,
    valid: TEXT,
    'min-rating': TEXT,
    surprise: TEXT,
    json: TEXT,
    ...HELP,
  },
} as const;

/**
 * Reads the arguments after `oeuvre evaluate`.
 *
 * @returns null when only help was asked for
 * @throws UsageError when they make no command
 */
export function parseEvaluateArguments(args: readonly string[]): EvaluateArguments | null {
  const [what, ...rest] = args;
  if (what === 'style') return styleArguments(rest);
  if (what === 'suggestions') return suggestionsArguments(rest);
  if (what === '--help' || what === '-h') return null;
  throw new UsageError(
    `Expected 'evaluate style' or 'evaluate suggestions' but received 'evaluate ${what ?? ''}'`,
  );
}

function styleArguments(args: readonly string[]): StyleArguments | null {
  const values = reading(() => parseArgs({ args: [...args], options: OPTIONS.style }));
  const { folder, labels, json, catalogue, model, only, chance, help } = values;
  if (help) return null;
  return {
    what: 'style',
    folder: required('--folder', folder),
    labels: required('--labels', labels),
    json: optional('--json', json),
    catalogue: optional('--catalogue', catalogue),
    model: optional('--model', model),
    only: only === undefined ? null : movementsIn(only),
    chance: chance ?? false,
  };
}

function suggestionsArguments(args: readonly string[]): SuggestionsArguments | null {
  const values = reading(() => parseArgs({ args: [...args], options: OPTIONS.suggestions }));
  if (values.help) return null;
  const minRating = values['min-rating'];
  return {
    what: 'suggestions',
    train: required('--train', values.train),
    test: required('--test', values.test),
    valid: optional('--valid', values.valid),
    minRating: minRating === undefined ? null : numberIn('--min-rating', minRating, -Infinity),
    surprise: values.surprise === undefined ? 1 : numberIn('--surprise', values.surprise, 0, 1),
    json: optional('--json', values.json),
  };
}

function numberIn(option: string, text: string, least: number, most = Infinity): number {
  const value = text.trim() === '' ? NaN : Number(text);
  if (Number.isFinite(value) && value >= least && value <= most) return value;
  const range = most === Infinity ? '' : ` from ${least} to ${most}`;
  throw new UsageError(`Expected a number${range} after ${option} but received '${text}'`);
}

function optional(option: string, value: string | undefined): string | undefined {
  return value === undefined ? undefined : required(option, value);
}

function movementsIn(only: string): string[] {
  const movements = only
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  if (movements.length === 0)
    throw new UsageError("Expected movements after --only, such as 'baroque,cubism'");
  return movements;
}

function required(option: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`Expected a path after ${option}`);
  return value;
}

function reading<Values>(parse: () => { values: Values }): Values {
  try {
    return parse().values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
