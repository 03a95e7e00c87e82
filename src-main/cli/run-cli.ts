import { toErrorReport } from '../contract';
import { analyze } from './analyze';
import { evaluate } from './evaluate';
import { pack } from './pack';
import { parseArguments, type Command } from './parse-arguments';
import type { Streams } from './streams';
import { USAGE } from './usage';
import { UsageError } from './usage-error';
import { Interrupted, type Installation } from './with-engine';

const EXIT = { done: 0, failed: 1, usage: 2, interrupted: 130 } as const;

/**
 * Runs one command.
 *
 * @param args what stands behind `oeuvre`
 * @returns the exit code
 */
export async function runCli(
  args: readonly string[],
  installation: Installation,
  streams: Streams,
  interrupted: AbortSignal,
): Promise<number> {
  try {
    await run(parseArguments(args), installation, streams, interrupted);
    return EXIT.done;
  } catch (error) {
    if (error instanceof UsageError) {
      streams.error.write(`oeuvre: ${error.message}\n\n${USAGE}`);
      return EXIT.usage;
    }
    if (error instanceof Interrupted) {
      streams.error.write('\noeuvre: interrupted\n');
      return EXIT.interrupted;
    }
    const { code, message } = toErrorReport(error);
    streams.error.write(`oeuvre: ${message} (${code})\n`);
    return EXIT.failed;
  }
}

async function run(
  command: Command,
  installation: Installation,
  streams: Streams,
  interrupted: AbortSignal,
): Promise<void> {
  if (command.kind === 'help') streams.out.write(`oeuvre ${installation.version}\n\n${USAGE}`);
  else if (command.kind === 'version') streams.out.write(`${installation.version}\n`);
  else if (command.kind === 'evaluate')
    await evaluate(command.options, installation, streams, interrupted);
  else if (command.kind === 'pack') await pack(command.options, streams);
  else await analyze(command.options, installation, streams, interrupted);
}
