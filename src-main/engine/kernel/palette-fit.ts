import type { Oklab } from './oklab';

/** Distance in OKLab at which a colour still counts 1/e; about the step from one named hue to the next. */
const NEAR = 0.1;
/** A wished colour is there in full from this share of the picture on: accents count. */
const ENOUGH = 0.08;

/** A colour of a picture. */
export interface SharedColour {
  readonly lab: Readonly<Oklab>;
  /** 0..1. */
  readonly share: number;
}

/**
 * How well a picture's colours answer a wished palette: the mean of two shares. How much of the palette is there: each
 * wished colour by its nearest kin in the picture, in full from 8 % of the area on. And how much of the picture keeps to the palette:
 * each of its colours by its nearest wished one. Nearness falls off as exp(-(d / 0.1)^2) with the distance d in
 * OKLab, in which equal steps look about equal (Ottosson 2020).
 *
 * @returns 0..1; 0 when nothing is wished or nothing is known of the picture
 */
export function paletteFit(
  wished: readonly Readonly<Oklab>[],
  colours: readonly SharedColour[],
): number {
  if (wished.length === 0 || colours.length === 0) return 0;
  const there = wished.map((wish) =>
    Math.max(...colours.map(({ lab, share }) => nearness(wish, lab) * Math.min(1, share / ENOUGH))),
  );
  const total = colours.reduce((sum, { share }) => sum + share, 0);
  const kept = colours.reduce(
    (sum, { lab, share }) => sum + share * Math.max(...wished.map((wish) => nearness(wish, lab))),
    0,
  );
  const present = there.reduce((sum, value) => sum + value, 0) / wished.length;
  return (present + (total > 0 ? kept / total : 0)) / 2;
}

function nearness(a: Readonly<Oklab>, b: Readonly<Oklab>): number {
  const squared = (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
  return Math.exp(-squared / (NEAR * NEAR));
}
