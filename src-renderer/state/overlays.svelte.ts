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
  'evidence',
] as const;
/** Ways of seeing the work itself. */
export const LENSES = ['notan', 'grey', 'squint', 'mirror'] as const;
export type Overlay = (typeof LINES)[number] | (typeof LENSES)[number];

/** Of each group only one can be looked at at a time: lenses that change values, and heat over the work. */
const RIVALS: readonly (readonly Overlay[])[] = [
  ['notan', 'grey'],
  ['saliency', 'evidence'],
];

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
    const rivals = RIVALS.find((group) => group.includes(overlay)) ?? [];
    const kept = [...this.#active].filter((other) => other === overlay || !rivals.includes(other));
    this.#active = toggled(new Set(kept), overlay);
  }

  clear(): void {
    this.#active = new Set();
  }
}

export const overlays = new Overlays();
