import type { z } from 'zod';

/** One entry of a table of commands: what goes in and what comes out. */
export function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): { input: I; output: O } {
  return { input, output };
}
