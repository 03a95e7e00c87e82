import type { FromEngine, ToEngine } from '../contract';

/** The line to the shell, the same for a forked Node and for Electron's utility process. */
export interface ParentPort {
  send(message: FromEngine): void;
  onMessage(listener: (message: ToEngine) => void): void;
  /** The shell is gone: nobody listens any more. */
  onClosed(listener: () => void): void;
}

interface UtilityPort {
  postMessage(message: FromEngine): void;
  on(name: 'message', listener: (event: { data: ToEngine }) => void): void;
}

function utilityPort(port: UtilityPort): ParentPort {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    // Electron ends a utility process together with its parent.
    onClosed: () => undefined,
  };
}

function forkedPort(): ParentPort {
  return {
    send: (message) => {
      if (process.connected) process.send?.(message);
    },
    onMessage: (listener) => process.on('message', (message) => listener(message as ToEngine)),
    onClosed: (listener) => process.on('disconnect', listener),
  };
}

export function parentPort(): ParentPort {
  const port = (process as { parentPort?: UtilityPort }).parentPort;
  return port ? utilityPort(port) : forkedPort();
}
