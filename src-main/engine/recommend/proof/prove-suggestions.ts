import { PROOF_PLACES, type ArtworkId, type Proof, type ProfileId } from '../../../contract';
import { evenlySpaced } from '../../kernel/evenly-spaced';
import type { WorkTable } from '../../storage/work-table';
import { suggestFor } from '../for-you';
import { fitTogether } from '../hybrid/fit-together';
import { togetherOf, type Together } from '../hybrid/together';
import type { TogetherRows } from '../hybrid/together-rows';
import { likedOf, leaningsFrom, passedOf, type DatedSignal } from '../profile/leanings';
import { weighed, type WeighedRow } from '../profile/recency';
import type { Turn } from '../profile/taste-certainty';
import { measuredRowsOf, tasteOf, tasteVector } from '../profile/taste-vector';
import { tasteFrom } from '../taste';
import { proofFigures, type Answers } from './proof-figures';
import { answerByScore, answerOfList } from './question';

export interface ProofSource {
  profileId: ProfileId;
  /** Of the profile, in the order of time. */
  signals: readonly DatedSignal[];
  /** How many other profiles are drawn to a work; works that none is drawn to are left out. */
  popularity: ReadonlyMap<ArtworkId, number>;
  /** How many other profiles are drawn to anything. */
  others: number;
  /** What others put together, and what stands on boards. */
  rows: TogetherRows;
  /** Where the slider stands: 0 familiar .. 1 surprising. */
  surprise: number;
  now: Date;
}

/** Liked works below which an interval would be as wide as the scale. */
const FEWEST_LIKED = 10;
/** Among fewer works a list of ten holds most of them. */
const FEWEST_OPEN = 30;
const MOST_QUESTIONS = 200;
/** A rating of four, a place on a board, a like; not a work that was only opened often. */
const MEANT = 0.5;

/**
 * Whether suggestions are better than the obvious, by leaving one out: every work that the profile likes is held back in turn, all
 * that was said of it is forgotten, and the lists made from the rest are asked for it. All works without an opinion are
 * ranked; nothing is sampled.
 */
export async function proveSuggestions(
  table: WorkTable,
  source: ProofSource,
  turn: Turn,
): Promise<Proof> {
  const { profileId, signals, now } = source;
  const leanings = leaningsFrom(signals);
  const meant = likedOf(leanings).filter(({ weight }) => weight >= MEANT);
  const measured = new Set(measuredRowsOf(table));
  const liked = weighed(table.rowOf, meant, now).filter(({ row }) => measured.has(row));
  const judged = new Set(leanings.map(({ id }) => table.rowOf.get(id)));
  const open = measuredRowsOf(table).filter((row) => !judged.has(row));
  const lackingLikes = Math.max(0, FEWEST_LIKED - liked.length);
  const lackingWorks = Math.max(0, FEWEST_OPEN - open.length);
  if (lackingLikes > 0 || lackingWorks > 0)
    return { kind: 'unknown', profileId, liked: liked.length, lackingLikes, lackingWorks };
  const held = [...evenlySpaced(liked.length, MOST_QUESTIONS)].map((at) => liked[at]!);
  const known = {
    liked: weighed(table.rowOf, likedOf(leanings), now),
    passed: weighed(table.rowOf, passedOf(leanings), now),
  };
  const answers = await askAll(table, source, { held, open, known }, turn);
  const among = open.length + 1;
  const figures = await proofFigures(table, answers, open.length + held.length, turn);
  return {
    kind: 'measured',
    profileId,
    liked: liked.length,
    questions: held.length,
    others: source.others,
    among,
    ...figures,
  };
}

interface Asked {
  held: readonly WeighedRow[];
  open: Uint32Array;
  known: { liked: readonly WeighedRow[]; passed: readonly WeighedRow[] };
}

async function askAll(
  table: WorkTable,
  source: ProofSource,
  { held, open, known }: Asked,
  turn: Turn,
): Promise<Answers> {
  const answers = {
    suggestions: [] as Answers['suggestions'][number][],
    content: [] as Answers['content'][number][],
    popularity: [] as Answers['popularity'][number][],
    random: [] as Answers['random'][number][],
  };
  const others = await togetherWithout(source.rows, () => turn(0, held.length));
  for (const [done, work] of held.entries()) {
    await turn(done, held.length);
    const together = await others(work.id, () => turn(done, held.length));
    const question = { held: work.row, open: Uint32Array.from([...open, work.row]) };
    const vector = tasteVector(
      table,
      known.liked.filter(({ row }) => row !== work.row),
      known.passed,
    );
    answers.suggestions.push(
      answerOfList(suggestedRows(table, source, work.id, together), question),
    );
    answers.content.push(answerByScore((row) => tasteOf(table, vector, row), question, done));
    const popularityOf = (row: number) => source.popularity.get(table.ids[row]!) ?? 0;
    answers.popularity.push(answerByScore(popularityOf, question, done));
    answers.random.push(answerByScore(() => 0, question, done + held.length));
  }
  return answers;
}

/**
 * What goes together had nobody put the work on a board: that it stands there is an opinion of the profile, or may be. What others
 * like stays what it is.
 */
async function togetherWithout(
  rows: TogetherRows,
  first: Turn,
): Promise<(held: ArtworkId, turn: Turn) => Promise<Together | null>> {
  const whole = togetherOf(rows, await fitTogether(rows, first));
  return async (held, turn) => {
    if (!whole?.onBoards.has(held)) return whole;
    const boards = rows.boards
      .map((row) => row.filter((id) => id !== held))
      .filter(({ length }) => length > 1);
    return togetherOf({ ...rows, boards }, await fitTogether({ ...rows, boards }, turn));
  };
}

/** The list as the profile would see it had it never met the work. */
function suggestedRows(
  table: WorkTable,
  { signals, surprise, now }: ProofSource,
  held: ArtworkId,
  together: Together | null,
): number[] {
  const rest = signals.filter(({ artworkId, otherId }) => artworkId !== held && otherId !== held);
  const options = { limit: PROOF_PLACES, surprise, together };
  const { suggestions } = suggestFor(table, tasteFrom(rest, now), options);
  return suggestions.map(({ id }) => table.rowOf.get(id)!);
}
