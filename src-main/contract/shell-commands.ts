import { z } from 'zod';

const exportKind = z.enum(['png', 'csv', 'html', 'pdf', 'oeuvre-style', 'json', 'oeuvre-profile']);

function command<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): { input: I; output: O } {
  return { input, output };
}

/** What the renderer may ask of the shell itself: dialogs and the operating system, nothing that decodes or computes. */
export const SHELL_COMMANDS = {
  'shell.chooseFolders': command(z.void(), z.array(z.string())),
  /** A model pack to add: an archive or a folder. */
  'shell.chooseModel': command(
    z.object({ kind: z.enum(['archive', 'folder']) }),
    z.string().nullable(),
  ),
  /** A table of ratings or a profile to import. */
  'shell.chooseFile': command(
    z.object({ kind: z.enum(['csv', 'oeuvre-profile']) }),
    z.string().nullable(),
  ),
  'shell.samplePath': command(z.void(), z.string()),
  /** Asks where to save, then writes; null when the user thought better of it. */
  'shell.saveFile': command(
    z.object({
      suggestedName: z.string().min(1).max(200),
      kind: exportKind,
      content: z.union([z.string().max(200_000_000), z.instanceof(Uint8Array)]),
    }),
    z.object({ path: z.string() }).nullable(),
  ),
  /** Prints the current view, or saves it as PDF. */
  'shell.print': command(z.void(), z.void()),
  'shell.revealArtwork': command(z.object({ id: z.number().int().positive() }), z.void()),
  'shell.copyText': command(z.object({ text: z.string().max(10_000) }), z.void()),
  'shell.setTheme': command(z.object({ theme: z.enum(['system', 'dark', 'light']) }), z.void()),
  'shell.info': command(
    z.void(),
    z.object({ version: z.string(), platform: z.string(), systemLanguage: z.string() }),
  ),
} as const;

export type ShellCommandName = keyof typeof SHELL_COMMANDS;
export type ShellInput<N extends ShellCommandName> = z.input<(typeof SHELL_COMMANDS)[N]['input']>;
export type ShellOutput<N extends ShellCommandName> = z.output<
  (typeof SHELL_COMMANDS)[N]['output']
>;

export function isShellCommandName(name: unknown): name is ShellCommandName {
  return typeof name === 'string' && Object.hasOwn(SHELL_COMMANDS, name);
}
