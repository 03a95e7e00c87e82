import type { Swatch } from '../../../contract';
import type { Oklab } from '../../kernel/oklab';

const SECTORS = 12;
const BANDS = 3;
/** Upper bounds of dark and middle, OKLab lightness. */
const DARK = 0.42;
const MIDDLE = 0.7;
/** Greyer colours have no hue to speak of. */
const LEAST_CHROMA = 0.045;
const TYPICAL_CHROMA = 0.11;
const TYPICAL_LIGHTNESS = [0.3, 0.56, 0.82] as const;

/** Families of colours: twelve hues, each dark, middle and light. */
export const CELLS = SECTORS * BANDS;

/** The family of a colour; -1 for greys. */
export function cellOf([l, a, b]: Readonly<Oklab>): number {
  if (Math.hypot(a, b) < LEAST_CHROMA) return -1;
  const hue = (Math.atan2(b, a) / (2 * Math.PI) + 1) % 1;
  const band = l < DARK ? 0 : l < MIDDLE ? 1 : 2;
  return (Math.floor(hue * SECTORS) % SECTORS) * BANDS + band;
}

/** A colour in the middle of a family. */
export function middleOf(cell: number): Oklab {
  const angle = ((Math.floor(cell / BANDS) + 0.5) / SECTORS) * 2 * Math.PI;
  const lightness = TYPICAL_LIGHTNESS[cell % BANDS] ?? TYPICAL_LIGHTNESS[1];
  return [lightness, TYPICAL_CHROMA * Math.cos(angle), TYPICAL_CHROMA * Math.sin(angle)];
}

/** The families beside one: the next hues either way, and the same hue one step darker or lighter. */
export function besideCells(cell: number): number[] {
  const sector = Math.floor(cell / BANDS);
  const band = cell % BANDS;
  const hues = [1, SECTORS - 1].map((step) => ((sector + step) % SECTORS) * BANDS + band);
  const bands = [band - 1, band + 1].filter((it) => it >= 0 && it < BANDS);
  return [...hues, ...bands.map((it) => sector * BANDS + it)];
}

/** Share of a picture that each family takes; greys take none. */
export function cellShares(palette: readonly Swatch[]): Float64Array {
  const shares = new Float64Array(CELLS);
  for (const { lab, share } of palette) {
    const cell = cellOf(lab);
    if (cell >= 0) shares[cell]! += share;
  }
  return shares;
}
