import { toggled } from '../lib/toggled';

/** Drawn over the work. */
export const LINES = [
  'thirds',
  'golden',
  'weight',
  'symmetry',
  'horizon',
  'grid',
  'saliency',
] as const;
/** Ways of seeing the work itself. */
export const LENSES = ['notan', 'grey', 'squint', 'mirror'] as const;
export type Overlay = (typeof LINES)[number] | (typeof LENSES)[number];

/** Of the lenses that change values only one can be looked through at a time. */
const EXCLUSIVE: readonly Overlay[] = ['notan', 'grey'];

/** Which overlays are on; they stay on from work to work. */
class Overlays {
  #active = $state.raw<ReadonlySet<Overlay>>(new Set());

  get active(): ReadonlySet<Overlay> {
    return this.#active;
  }

  has(overlay: Overlay): boolean {
    return this.#active.has(overlay);
  }

  toggle(overlay: Overlay): void {
    const rivals = EXCLUSIVE.includes(overlay) ? EXCLUSIVE : [];
    const kept = [...this.#active].filter((other) => other === overlay || !rivals.includes(other));
    this.#active = toggled(new Set(kept), overlay);
  }

  clear(): void {
    this.#active = new Set();
  }
}

export const overlays = new Overlays();
