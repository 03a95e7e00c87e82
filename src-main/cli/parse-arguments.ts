import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseEvaluateArguments, type EvaluateArguments } from './evaluate-arguments';
import { parsePackArguments, type PackArguments } from './pack-arguments';
import { UsageError } from './usage-error';

const analyzeSchema = z.object({
  folder: z.string().min(1),
  json: z.string().min(1).optional(),
  html: z.string().min(1).optional(),
  language: z.enum(['en', 'zh'], { error: 'Expected en or zh after --language' }).default('en'),
  title: z.string().min(1).max(200).optional(),
  catalogue: z.string().min(1).optional(),
});
export type AnalyzeArguments = z.infer<typeof analyzeSchema>;

export type Command =
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'analyze'; options: AnalyzeArguments }
  | { kind: 'evaluate'; options: EvaluateArguments }
  | { kind: 'pack'; options: PackArguments };

const OPTIONS = {
  json: { type: 'string' },
  html: { type: 'string' },
  language: { type: 'string' },
  title: { type: 'string' },
  catalogue: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
} as const;

/**
 * Reads the arguments after `oeuvre`.
 *
 * @throws UsageError when they make no command
 */
export function parseArguments(args: readonly string[]): Command {
  if (args[0] === 'evaluate') {
    const options = parseEvaluateArguments(args.slice(1));
    return options ? { kind: 'evaluate', options } : { kind: 'help' };
  }
  if (args[0] === 'pack') {
    const options = parsePackArguments(args.slice(1));
    return options ? { kind: 'pack', options } : { kind: 'help' };
  }
  const { values, positionals } = parse(args);
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [name, folder, ...rest] = positionals;
  if (name === undefined) throw new UsageError('Expected a command');
  if (name !== 'analyze')
    throw new UsageError(`Expected 'analyze', 'evaluate' or 'pack' but received '${name}'`);
  if (folder === undefined) throw new UsageError("Expected a folder after 'analyze'");
  if (rest.length > 0) throw new UsageError(`Expected one folder but also received '${rest[0]}'`);
  const parsed = analyzeSchema.safeParse({ ...values, folder });
  if (!parsed.success) throw new UsageError(parsed.error.issues[0]?.message ?? 'Unknown option');
  return { kind: 'analyze', options: parsed.data };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
