import type { ArtworkId, Pair, Signal } from '../../../contract';
import { differenceVariance } from '../../kernel/bradley-terry';
import { choiceInformation } from '../../kernel/choice-information';
import { evenlySpaced } from '../../kernel/evenly-spaced';
import { farthestPointOrder } from '../../kernel/farthest-point';
import { gatherRows, hasVector } from '../../kernel/vector-rows';
import type { WorkTable } from '../../storage/work-table';
import { likeness } from '../closeness';
import { withoutRepeats } from '../same-picture';
import { learnChoices, pairKey, type Chosen } from './choices';

export interface NextPairAnswer {
  pair: Pair | null;
  choices: number;
  works: number;
  gain: number;
}

/** Works of a cross-section; a ranking of so many settles within some fifty answers. */
const CROSS_SECTION = 24;
const MOST_WORKS = 120;
const MOST_MEASURED = 2000;
const SPARE = 2;
/** Of two pairs that teach equally the one whose works differ more is asked; this much of the gain hangs on it. */
const VARIETY = 0.25;

/**
 * The pair whose answer is expected to teach most about the ranking. Pictures that repeat another one are left out, because
 * a choice between two renderings says little; a pair that was shown is not shown again.
 *
 * @param among the works to rank, e.g. those of a board; null for a cross-section of the library
 * @param signals choices in the order of time
 */
export function nextPair(
  table: WorkTable,
  signals: readonly Signal[],
  among: readonly ArtworkId[] | null,
): NextPairAnswer {
  const works = among ? different(table, among) : crossSection(table);
  const chosen = learnChoices(signals, works);
  const last = signals.at(-1);
  const best = bestPair(table, chosen, new Set(last ? [last.artworkId, last.otherId] : []));
  return { ...best, choices: chosen.decided, works: works.length };
}

function different(table: WorkTable, ids: readonly ArtworkId[]): ArtworkId[] {
  const rows = ids.flatMap((id) => table.rowOf.get(id) ?? []);
  return withoutRepeats(table, rows, MOST_WORKS).map((row) => table.ids[row]!);
}

function crossSection(table: WorkTable): ArtworkId[] {
  const { data, dim } = table.style;
  const measured = Uint32Array.from(table.ids.keys()).filter((row) => hasVector(data, dim, row));
  const sample = evenlySpaced(measured.length, MOST_MEASURED).map((i) => measured[i]!);
  const order = farthestPointOrder(gatherRows(data, dim, [...sample]), dim, CROSS_SECTION * SPARE);
  const rows = [...order].map((i) => sample[i]!);
  return withoutRepeats(table, rows, CROSS_SECTION).map((row) => table.ids[row]!);
}

function bestPair(
  table: WorkTable,
  chosen: Chosen,
  tired: ReadonlySet<ArtworkId | null>,
): { pair: Pair | null; gain: number } {
  const { works, asked, model } = chosen;
  let best: { pair: Pair | null; gain: number } = { pair: null, gain: 0 };
  let highest = -Infinity;
  for (let i = 0; i < works.length; i++)
    for (let j = i + 1; j < works.length; j++) {
      const [a, b] = [works[i]!, works[j]!];
      if (asked.has(pairKey(a, b))) continue;
      const mean = model.strengths[i]! - model.strengths[j]!;
      const gain = choiceInformation(mean, differenceVariance(model, i, j));
      const unlike = 1 - likeness(table, table.rowOf.get(a)!, table.rowOf.get(b)!);
      // A work that was just looked at would be chosen by habit; nearly as good a pair without it comes first.
      const rest = tired.has(a) || tired.has(b) ? 1 - VARIETY : 1;
      const worth = gain * (1 - VARIETY + VARIETY * unlike) * rest;
      if (worth > highest) [highest, best] = [worth, { pair: sided(a, b), gain }];
    }
  return best;
}

/** Which work stands left must not hang on its strength or age. */
function sided(a: ArtworkId, b: ArtworkId): Pair {
  return (a * 31 + b * 17) % 2 === 0 ? { a, b } : { a: b, b: a };
}
