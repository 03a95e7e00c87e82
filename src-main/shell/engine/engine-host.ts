import {
  EngineError,
  type CommandInput,
  type CommandName,
  type CommandOutput,
  type EngineClient,
  type ErrorReport,
  type EventPayload,
  type FromEngine,
} from '../../contract';
import { CircuitBreaker } from './circuit-breaker';
import type { EngineChild, EngineSpawner } from './engine-child';
import { Heartbeat } from './heartbeat';

export type EngineState = EventPayload<'engine.state'>['state'];

interface Pending {
  resolve: (value: unknown) => void;
  reject: (error: Error) => void;
}

export interface EngineHostOptions {
  spawn: EngineSpawner;
  onEvent: (name: string, payload: unknown) => void;
  onState: (state: EngineState) => void;
  heartbeatMs?: number;
  patienceMs?: number;
  breaker?: CircuitBreaker;
  shutdownMs?: number;
}

// A file that kills the engine does so three times before it is left out. Eight crashes in a minute are more
// than two such files explain; thirty seconds later the user may try again.
const defaultBreaker = (): CircuitBreaker => new CircuitBreaker(8, 60_000, 30_000);

/**
 * Supervises the engine process: starts it at the first request, restarts it after a crash, replaces it when
 * it hangs. A request is settled exactly once; it is rejected when the process dies and never sent again by
 * itself.
 */
export class EngineHost implements EngineClient {
  private child: EngineChild | undefined;
  private pending = new Map<number, Pending>();
  private seq = 0;
  private stopping = false;
  private endedBecause: 'engine/crashed' | 'engine/hung' = 'engine/crashed';
  private readonly breaker: CircuitBreaker;
  private readonly heartbeat: Heartbeat;

  constructor(private readonly options: EngineHostOptions) {
    this.breaker = options.breaker ?? defaultBreaker();
    this.heartbeat = new Heartbeat({
      intervalMs: options.heartbeatMs ?? 5_000,
      patienceMs: options.patienceMs ?? 30_000,
      ping: (seq) => this.child?.send({ kind: 'ping', seq }),
      onHung: () => this.replaceHung(),
    });
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /**
   * @throws EngineError with the engine's own code, or engine/crashed, engine/hung, engine/unavailable
   */
  request<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
    return new Promise((resolve, reject) => {
      const child = this.ensureChild();
      if (!child) {
        reject(unavailable(this.breaker.retryInMs));
        return;
      }
      const seq = ++this.seq;
      this.pending.set(seq, { resolve: resolve as (value: unknown) => void, reject });
      child.send({ kind: 'request', seq, name, input });
    });
  }

  /** Asks the engine to finish its current transaction and leave; kills it when it does not. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.heartbeat.stop();
    const child = this.child;
    if (!child) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => child.kill(), this.options.shutdownMs ?? 5_000);
      child.onExit(() => {
        clearTimeout(timer);
        resolve();
      });
      child.send({ kind: 'shutdown' });
    });
  }

  private ensureChild(): EngineChild | undefined {
    if (this.child) return this.child;
    if (this.stopping || this.breaker.isOpen) return undefined;
    this.options.onState('starting');
    const child = this.options.spawn();
    this.child = child;
    this.endedBecause = 'engine/crashed';
    child.onMessage((message) => this.receive(message));
    child.onExit((reason) => this.ended(child, reason));
    this.heartbeat.start();
    return child;
  }

  private receive(message: FromEngine): void {
    this.heartbeat.heard();
    if (message.kind === 'ready') this.options.onState('ready');
    else if (message.kind === 'event') this.options.onEvent(message.name, message.payload);
    else if (message.kind === 'result') this.take(message.seq)?.resolve(message.value);
    else if (message.kind === 'error') this.take(message.seq)?.reject(revive(message.error));
  }

  private take(seq: number): Pending | undefined {
    const pending = this.pending.get(seq);
    this.pending.delete(seq);
    return pending;
  }

  private ended(child: EngineChild, reason: string): void {
    if (this.child !== child) return;
    this.child = undefined;
    this.heartbeat.stop();
    this.rejectAll(reason);
    if (this.stopping) return;
    this.breaker.recordFailure();
    this.restart();
  }

  private rejectAll(reason: string): void {
    const orphans = [...this.pending.values()];
    this.pending.clear();
    for (const { reject } of orphans) {
      reject(
        new EngineError(this.endedBecause, `The engine process ended (${reason})`, { reason }),
      );
    }
  }

  // Unfinished jobs are in the catalogue: a new process takes them up again without being asked.
  private restart(): void {
    if (this.breaker.isOpen) {
      this.options.onState('unavailable');
      return;
    }
    this.options.onState('restarting');
    this.ensureChild();
  }

  private replaceHung(): void {
    this.endedBecause = 'engine/hung';
    this.child?.kill();
  }
}

function revive(report: ErrorReport): EngineError {
  return new EngineError(report.code, report.message, report.detail);
}

function unavailable(retryInMs: number): EngineError {
  return new EngineError('engine/unavailable', 'The engine process crashed repeatedly', {
    retrySeconds: Math.ceil(retryInMs / 1000),
  });
}
