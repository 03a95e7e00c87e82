import { fork, type ChildProcess } from 'node:child_process';
import { QUIET_RUNTIME, type EngineArguments, type FromEngine } from '../../contract';
import type { EngineChild, EngineSpawner } from './engine-child';

interface ForkOptions {
  /** A plain Node executable: libvips and GTK's GLib must not meet in one process (Linux). */
  nodePath: string;
  entry: string;
  arguments: EngineArguments;
}

/** Nothing of the desktop's environment matters to the engine but where to find and keep things. */
const PASSED_ON = ['PATH', 'HOME', 'LANG', 'LC_ALL', 'TMPDIR', 'TZ', 'XDG_CACHE_HOME'];

function engineEnvironment(): NodeJS.ProcessEnv {
  const passed = PASSED_ON.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name]]],
  );
  return { ...Object.fromEntries(passed), ...QUIET_RUNTIME };
}

function wrap(child: ChildProcess): EngineChild {
  return {
    pid: child.pid,
    send: (message) => {
      if (child.connected) child.send(message);
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as FromEngine)),
    onExit: (listener) => {
      let told = false;
      const tell = (reason: string): void => {
        if (told) return;
        told = true;
        listener(reason);
      };
      child.once('exit', (code, signal) => tell(signal ?? `exit code ${code}`));
      // Also what is sent to a process that has just died fails with 'error', once a message; its exit
      // follows. One that never began has no exit.
      child.on('error', (error) => child.pid === undefined && tell(error.message));
    },
    kill: () => child.kill('SIGKILL'),
  };
}

/** Linux: the engine runs on plain Node as a forked child. */
export function forkSpawner(options: ForkOptions): EngineSpawner {
  return () =>
    wrap(
      fork(options.entry, [JSON.stringify(options.arguments)], {
        execPath: options.nodePath,
        execArgv: [],
        serialization: 'advanced',
        stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
        env: engineEnvironment(),
      }),
    );
}
