import { isEventName, type EventName } from '../contract';

type Listener = (payload: unknown) => void;

/** Spreads the one stream of events to whoever listens, so that Electron sees a single listener. */
export class EventRelay {
  private readonly listeners = new Map<EventName, Set<Listener>>();

  /** @returns the function that ends the subscription */
  subscribe(name: EventName, listener: Listener): () => void {
    if (!isEventName(name)) throw new Error(`Expected a known event but received ${String(name)}`);
    const own = this.listeners.get(name) ?? new Set();
    this.listeners.set(name, own.add(listener));
    return () => void own.delete(listener);
  }

  tell(name: unknown, payload: unknown): void {
    if (!isEventName(name)) return;
    for (const listener of this.listeners.get(name) ?? []) listener(payload);
  }
}
