import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface ChildRun {
  readonly signal: NodeJS.Signals | null;
  readonly code: number | null;
  /** Names of the files that were decoded. */
  readonly decoded: string[];
}

export interface ChildOptions {
  /** The bundle of index-child. */
  readonly child: string;
  readonly data: string;
  readonly works: string;
  /** Kills the process as soon as it has saved this many files. */
  readonly killAt?: number;
  /** Runs it as this user. */
  readonly uid?: number | undefined;
}

/** Runs the indexing process to its end. */
export function runChild({
  child,
  data,
  works,
  killAt = Infinity,
  uid,
}: ChildOptions): Promise<ChildRun> {
  return new Promise((resolve, reject) => {
    const started = spawn(process.execPath, [child, data, works], {
      stdio: ['ignore', 'pipe', 'inherit'],
      ...(uid !== undefined && { uid, gid: uid }),
    });
    const decoded: string[] = [];
    createInterface({ input: started.stdout }).on('line', (line) => {
      const [what, ...rest] = line.split(' ');
      if (what === 'decode') decoded.push(rest.join(' '));
      else if (Number(rest[0]) >= killAt) started.kill('SIGKILL');
    });
    started.on('error', reject);
    started.on('close', (code, signal) => resolve({ signal, code, decoded }));
  });
}
