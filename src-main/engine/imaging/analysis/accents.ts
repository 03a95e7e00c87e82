import type { Oklab } from '../../kernel/oklab';
import type { ColourHistogram } from './colour-histogram';
import { ACCENT_CHROMA, chromaOf, isAccent, spanOf, type Pot } from './pot';

/** Accents added at most: more would be a palette of their own. */
const MOST_ADDED = 2;
/** An accent differs from every colour found before by at least this. */
const APART = 0.16;
/** Colours within this belong to one accent. */
const REACH = 0.16;

/**
 * Adds the small vivid colours that k-means gave away to their duller neighbours: a seal on an ink drawing, one lit
 * window. The most striking first, which is area times distance from the palette so far.
 *
 * @param pots the palette without them; their shares sum to 1
 * @param most colours in the palette at most
 * @param mean mean colour of the whole picture
 */
export function addAccents(
  pots: readonly Pot[],
  histogram: ColourHistogram,
  most: number,
  mean: Readonly<Oklab>,
): Pot[] {
  let palette = [...pots];
  for (let added = 0; added < MOST_ADDED && palette.length < most; added++) {
    const accent = findAccent(palette, histogram, mean);
    if (!accent) break;
    palette = withAccent(palette, accent);
  }
  return palette;
}

function findAccent(
  palette: readonly Pot[],
  { colours, shares }: ColourHistogram,
  mean: Readonly<Oklab>,
): Pot | null {
  const far: Pot[] = [];
  for (let i = 0; i < shares.length; i++) {
    const lab: Oklab = [colours[3 * i]!, colours[3 * i + 1]!, colours[3 * i + 2]!];
    if (chromaOf(lab) < ACCENT_CHROMA) continue;
    if (palette.every((pot) => spanOf(pot.lab, lab) >= APART)) far.push({ lab, share: shares[i]! });
  }
  const strikes = (pot: Pot): number => pot.share * chromaOf(pot.lab);
  const seeds = far.sort((p, q) => strikes(q) - strikes(p));
  for (const seed of seeds.slice(0, 8)) {
    const accent = gather(seed, far);
    if (isAccent(accent, mean)) return accent;
  }
  return null;
}

/** Mean of the colours near a seed. */
function gather(seed: Pot, colours: readonly Pot[]): Pot {
  const lab: Oklab = [0, 0, 0];
  let share = 0;
  for (const colour of colours) {
    if (spanOf(colour.lab, seed.lab) > REACH) continue;
    share += colour.share;
    colour.lab.forEach((value, d) => (lab[d]! += value * colour.share));
  }
  return { lab: lab.map((value) => value / share) as Oklab, share };
}

/** The accent's area is taken from the pot it had been given to: the nearest. */
function withAccent(palette: readonly Pot[], accent: Pot): Pot[] {
  const nearest = palette.reduce((a, b) =>
    spanOf(b.lab, accent.lab) < spanOf(a.lab, accent.lab) ? b : a,
  );
  const left = { ...nearest, share: Math.max(0, nearest.share - accent.share) };
  return [...palette.map((pot) => (pot === nearest ? left : pot)), accent];
}
