import type { History } from './interactions';

/** A fitted model: what it thinks of every item for somebody with this history, who need not be one it was fitted on. */
export interface Scorer {
  /** @param out one number an item, overwritten; larger is better, of any scale */
  score(history: History, out: Float64Array): void;
}
