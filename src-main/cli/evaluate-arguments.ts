import { parseArgs } from 'node:util';
import { UsageError } from './usage-error';

export interface EvaluateArguments {
  folder: string;
  labels: string;
  json?: string | undefined;
  catalogue?: string | undefined;
}

const OPTIONS = {
  folder: { type: 'string' },
  labels: { type: 'string' },
  json: { type: 'string' },
  catalogue: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

/**
 * Reads the arguments after `oeuvre evaluate`.
 *
 * @returns null when only help was asked for
 * @throws UsageError when they make no command
 */
export function parseEvaluateArguments(args: readonly string[]): EvaluateArguments | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  const [what, ...rest] = positionals;
  if (what !== 'style')
    throw new UsageError(`Expected 'evaluate style' but received 'evaluate ${what ?? ''}'`);
  if (rest.length > 0)
    throw new UsageError(`Expected only options after 'style' but received '${rest[0]}'`);
  const { folder, labels, json, catalogue } = values;
  return {
    folder: required('--folder', folder),
    labels: required('--labels', labels),
    json: json === undefined ? undefined : required('--json', json),
    catalogue: catalogue === undefined ? undefined : required('--catalogue', catalogue),
  };
}

function required(option: string, value: string | undefined): string {
  if (value === undefined || value === '') throw new UsageError(`Expected a path after ${option}`);
  return value;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
