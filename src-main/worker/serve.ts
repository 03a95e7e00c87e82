import { toErrorReport, type ToEngine } from '../contract';
import type { Engine } from '../engine/compose';
import type { ParentPort } from './parent-port';

type Request = Extract<ToEngine, { kind: 'request' }>;

async function answer(
  port: ParentPort,
  engine: Promise<Engine>,
  { seq, name, input }: Request,
): Promise<void> {
  try {
    const { request } = await engine;
    port.send({ kind: 'result', seq, value: await request(name as never, input as never) });
  } catch (thrown) {
    port.send({ kind: 'error', seq, error: toErrorReport(thrown) });
  }
}

async function leave(engine: Promise<Engine>): Promise<void> {
  await engine.then(({ close }) => close()).catch(() => undefined);
  process.exit(0);
}

/**
 * Serves the engine over a port. Listens before the engine stands, so that early requests wait instead of
 * getting lost. An engine that can't start answers with the reason; the next request has it try again, so
 * that a cause which the user has removed, such as another program that held the catalogue, is gone.
 */
export function serve(port: ParentPort, start: () => Promise<Engine>): void {
  let failed = false;
  const begin = (): Promise<Engine> => {
    failed = false;
    const started = start();
    started.then(
      ({ onEvent }) => {
        onEvent((name, payload) => port.send({ kind: 'event', name, payload }));
        port.send({ kind: 'ready' });
      },
      () => (failed = true),
    );
    return started;
  };
  let engine = begin();
  // Ready to say why. Later failures are not announced: whoever asks again at each 'ready' would never rest.
  engine.catch(() => port.send({ kind: 'ready' }));
  const current = (): Promise<Engine> => {
    if (failed) engine = begin();
    return engine;
  };
  port.onMessage((message) => {
    if (message.kind === 'request') void answer(port, current(), message);
    else if (message.kind === 'ping') port.send({ kind: 'pong', seq: message.seq });
    else void leave(engine);
  });
  port.onClosed(() => void leave(engine));
}
