import type { EventName, EventPayload } from '../../contract';

export type EventListener = <N extends EventName>(name: N, payload: EventPayload<N>) => void;
export type Emit = EventListener;

/** Tells whoever serves the engine what happened in it. */
export class EventBus {
  private readonly listeners = new Set<EventListener>();

  readonly emit: Emit = (name, payload) => {
    for (const listener of this.listeners) listener(name, payload);
  };

  /** @returns the function that ends the subscription */
  subscribe(listener: EventListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
