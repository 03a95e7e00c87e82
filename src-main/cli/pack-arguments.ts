import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { PairRequest } from '../engine/compose';
import { UsageError } from './usage-error';

export type PackArguments = PairRequest;

const OPTIONS = {
  from: { type: 'string' },
  out: { type: 'string' },
  licence: { type: 'string' },
  id: { type: 'string' },
  name: { type: 'string' },
  source: { type: 'string' },
  variant: { type: 'string' },
  'style-tensor': { type: 'string' },
  context: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const needed = (option: string) =>
  z.string({ error: `Expected a word after ${option}` }).min(1, `Expected a word after ${option}`);
const argumentsSchema = z.object({
  from: needed('--from'),
  out: needed('--out'),
  licence: needed('--licence'),
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, 'Expected lower-case letters and digits after --id')
    .optional(),
  name: needed('--name').optional(),
  source: needed('--source').optional(),
  variant: z.string().regex(/^\w+$/, 'Expected a word after --variant').optional(),
  'style-tensor': needed('--style-tensor').optional(),
  context: z.coerce
    .number()
    .int()
    .min(2, 'Expected a number of tokens after --context')
    .max(4096, 'Expected a number of tokens after --context')
    .optional(),
});

/**
 * Reads the arguments after `oeuvre pack`.
 *
 * @returns null when only help was asked for
 * @throws UsageError when they make no command
 */
export function parsePackArguments(args: readonly string[]): PackArguments | null {
  const values = parse(args);
  if (values.help) return null;
  const parsed = argumentsSchema.safeParse(values);
  if (!parsed.success) throw new UsageError(parsed.error.issues[0]?.message ?? 'Unknown option');
  const { from, out, licence, id, name, source, variant, context } = parsed.data;
  const folder = basename(resolve(from));
  return {
    from,
    to: out,
    licence,
    id: id ?? idOf(folder),
    name: name ?? folder,
    source: source ?? folder,
    variant,
    styleTensor: parsed.data['style-tensor'],
    contextLength: context,
  };
}

/** A folder's name in the letters that an id may have. */
function idOf(folder: string): string {
  const id = folder.toLowerCase().replaceAll(/[^a-z0-9._-]+/g, '-');
  return id.replace(/^[^a-z0-9]+/, '').slice(0, 64) || 'pack';
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
