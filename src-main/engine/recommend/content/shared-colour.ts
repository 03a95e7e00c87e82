import type { Swatch } from '../../../contract';
import type { WorkTable } from '../../storage/work-table';

/** OKLab distance within which two swatches are the same colour to the eye of somebody who compares palettes. */
const SAME = 0.08;
/** A colour that covers less is no reason. */
const LEAST_SHARE = 0.08;
/** A hue is remembered before a grey of the same extent. */
const GREY_COUNTS = 0.05;

/**
 * The colour that a work has in common with others, by name: of those that all of the others hold too, the one of the largest
 * common extent, hues before greys; null where there is none.
 */
export function sharedColour(
  { swatches }: WorkTable,
  row: number,
  others: readonly number[],
): string | null {
  if (others.length === 0) return null;
  let best: { name: string; strength: number } | null = null;
  for (const swatch of swatches.at(row) ?? []) {
    const common = Math.min(swatch.share, ...others.map((o) => extentOf(swatch, swatches.at(o))));
    const strength = common * (GREY_COUNTS + Math.hypot(swatch.lab[1], swatch.lab[2]));
    if (common >= LEAST_SHARE && strength > (best?.strength ?? 0))
      best = { name: swatch.name, strength };
  }
  return best?.name ?? null;
}

/** Share of a palette that is near a colour. */
function extentOf({ lab }: Swatch, palette: readonly Swatch[] = []): number {
  return palette.reduce((sum, other) => {
    const away = Math.hypot(...other.lab.map((value, i) => value - lab[i]!));
    return away <= SAME ? sum + other.share : sum;
  }, 0);
}
