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
 * getting lost; an engine that can't start answers every request with the reason.
 */
export function serve(port: ParentPort, start: () => Promise<Engine>): void {
  const engine = start();
  engine.then(
    ({ onEvent }) => {
      onEvent((name, payload) => port.send({ kind: 'event', name, payload }));
      port.send({ kind: 'ready' });
    },
    () => port.send({ kind: 'ready' }),
  );
  port.onMessage((message) => {
    if (message.kind === 'request') void answer(port, engine, message);
    else if (message.kind === 'ping') port.send({ kind: 'pong', seq: message.seq });
    else void leave(engine);
  });
  port.onClosed(() => void leave(engine));
}
