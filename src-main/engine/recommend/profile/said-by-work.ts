import { hear, nothingSaid, type DatedSignal, type Said } from './said';

/** What signals, in the order of time, say of every work that they name. */
export function saidBy(signals: Iterable<DatedSignal>): Map<number, Said> {
  const said = new Map<number, Said>();
  let order = 0;
  for (const signal of signals) hearSignal(said, signal, order++);
  return said;
}

/**
 * Adds a signal to what was said before it, of the work it is of and of the one that a choice went against.
 *
 * @param order rises with the signals of one moment
 */
export function hearSignal(said: Map<number, Said>, signal: DatedSignal, order: number): void {
  hear(saidOf(said, signal.artworkId), signal, order, 1);
  if (signal.kind === 'choice' && signal.otherId !== null)
    hear(saidOf(said, signal.otherId), signal, order, -1);
}

function saidOf(said: Map<number, Said>, id: number): Said {
  let of = said.get(id);
  if (!of) said.set(id, (of = nothingSaid()));
  return of;
}
