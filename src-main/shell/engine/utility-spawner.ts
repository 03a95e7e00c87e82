import { utilityProcess, type UtilityProcess } from 'electron';
import { QUIET_RUNTIME, type EngineArguments, type FromEngine } from '../../contract';
import type { EngineChild, EngineSpawner } from './engine-child';

function wrap(child: UtilityProcess): EngineChild {
  return {
    get pid() {
      return child.pid;
    },
    send: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message) => listener(message as FromEngine)),
    onExit: (listener) => child.once('exit', (code) => listener(`exit code ${code}`)),
    kill: () => {
      // `kill()` asks politely; a process that hangs does not listen.
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL');
    },
  };
}

/** macOS and Windows: the engine runs in Electron's own utility process. */
export function utilitySpawner(entry: string, engineArguments: EngineArguments): EngineSpawner {
  return () =>
    wrap(
      utilityProcess.fork(entry, [JSON.stringify(engineArguments)], {
        serviceName: 'Oeuvre engine',
        stdio: 'inherit',
        env: { ...process.env, ...QUIET_RUNTIME },
      }),
    );
}
