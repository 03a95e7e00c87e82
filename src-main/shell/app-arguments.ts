import { isAbsolute, resolve } from 'node:path';

export interface AppArguments {
  /** Folders to add, absolute. */
  folders: string[];
  /** Open the sample portfolio. */
  sample: boolean;
  /** Another place for everything the application keeps, absolute. */
  userData: string | undefined;
}

/** Arguments whose value may stand behind them. */
const VALUED = ['--folder', '--user-data-dir'];

function valueOf(argv: readonly string[], name: string): string[] {
  return argv.flatMap((argument, i) => {
    if (argument.startsWith(`${name}=`)) return [argument.slice(name.length + 1)];
    const next = argv[i + 1];
    return argument === name && next !== undefined ? [next] : [];
  });
}

/**
 * Reads the application's own arguments; whatever Chromium or Electron understands is passed over.
 *
 * @param argv everything after the executable (and, unpackaged, after the application's folder)
 * @param cwd what relative folders are relative to
 */
export function readAppArguments(argv: readonly string[], cwd: string): AppArguments {
  const absolute = (path: string): string => (isAbsolute(path) ? path : resolve(cwd, path));
  const named = valueOf(argv, '--folder');
  const plain = argv.filter(
    (argument, i) => !argument.startsWith('-') && !VALUED.includes(argv[i - 1] ?? ''),
  );
  const userData = valueOf(argv, '--user-data-dir').at(0);
  return {
    folders: [...named, ...plain].filter((path) => path !== '').map(absolute),
    sample: argv.includes('--sample'),
    userData: userData === undefined ? undefined : absolute(userData),
  };
}
