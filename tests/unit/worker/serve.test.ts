import { describe, expect, it, vi } from 'vitest';
import { EngineError, type FromEngine, type ToEngine } from '../../../src-main/contract';
import type { Engine } from '../../../src-main/engine/compose';
import { serve } from '../../../src-main/worker/serve';

const LOCKED = new EngineError('catalogue/locked', 'Another process holds the catalogue');

function openPort() {
  const sent: FromEngine[] = [];
  let hear: (message: ToEngine) => void = () => undefined;
  return {
    sent,
    ask: (seq: number) =>
      hear({ kind: 'request', seq, name: 'folders.list', input: undefined } as ToEngine),
    of: <K extends FromEngine['kind']>(kind: K) => sent.filter((it) => it.kind === kind),
    port: {
      send: (message: FromEngine) => void sent.push(message),
      onMessage: (listener: (message: ToEngine) => void) => void (hear = listener),
      onClosed: () => undefined,
    },
  };
}

const engine: Engine = {
  request: () => Promise.resolve([] as never),
  onEvent: () => () => undefined,
  evaluateStyle: () => Promise.resolve({} as never),
  idle: () => Promise.resolve(),
  close: () => Promise.resolve(),
};

describe('serving an engine that could not start', () => {
  it('answers with the reason, tries again when asked again, and says ready when it stands', async () => {
    const start = vi
      .fn<() => Promise<Engine>>()
      .mockRejectedValueOnce(LOCKED)
      .mockRejectedValueOnce(LOCKED)
      .mockResolvedValue(engine);
    const { port, ask, of } = openPort();
    serve(port, start);
    ask(1);
    ask(2);
    await vi.waitFor(() => expect(of('error')).toHaveLength(2));
    expect(of('error')).toMatchObject([{ error: { code: LOCKED.code } }, { seq: 2 }]);
    expect(start).toHaveBeenCalledTimes(1);
    ask(3);
    await vi.waitFor(() => expect(of('error')).toHaveLength(3));
    // Whoever asks again at every 'ready' must not be told so by each failure.
    expect(of('ready')).toHaveLength(1);
    ask(4);
    await vi.waitFor(() => expect(of('result')).toHaveLength(1));
    expect(of('ready')).toHaveLength(2);
    ask(5);
    await vi.waitFor(() => expect(of('result')).toHaveLength(2));
    expect(start).toHaveBeenCalledTimes(3);
  });
});
