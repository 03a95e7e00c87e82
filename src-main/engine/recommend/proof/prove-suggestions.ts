import {
  PROOF_PLACES,
  type ArtworkId,
  type Proof,
  type ProfileId,
  type ProofMethod,
} from '../../../contract';
import { evenlySpaced } from '../../kernel/evenly-spaced';
import type { WorkTable } from '../../storage/work-table';
import { suggestFor } from '../for-you';
import type { Together } from '../hybrid/together';
import type { TogetherRows } from '../hybrid/together-rows';
import { likedOf, leaningsFrom, passedOf, type DatedSignal } from '../profile/leanings';
import { weighed, type WeighedRow } from '../profile/recency';
import type { Turn } from '../profile/taste-certainty';
import { measuredRowsOf, tasteOf, tasteVector } from '../profile/taste-vector';
import { tasteFrom } from '../taste';
import { heldWithTogether } from './held-with-together';
import { proofFigures, type Answers } from './proof-figures';
import { answerByScore, answerOfList, type MethodAnswer } from './question';

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

type Round = Record<ProofMethod, MethodAnswer>;

async function askAll(
  table: WorkTable,
  source: ProofSource,
  asked: Asked,
  turn: Turn,
): Promise<Answers> {
  const rounds: Round[] = [];
  const next = (): Promise<void> => turn(rounds.length, asked.held.length);
  for await (const { works, together } of heldWithTogether(asked.held, source.rows, next))
    for (const work of works) {
      await next();
      const suggested = suggestedRows(table, source, work.id, together);
      rounds.push(askFor(work, suggested, rounds.length, { table, source, asked }));
    }
  const of = (method: ProofMethod): MethodAnswer[] => rounds.map((round) => round[method]);
  return {
    suggestions: of('suggestions'),
    content: of('content'),
    popularity: of('popularity'),
    random: of('random'),
  };
}

function askFor(
  work: WeighedRow,
  suggested: readonly number[],
  seed: number,
  { table, source, asked }: { table: WorkTable; source: ProofSource; asked: Asked },
): Round {
  const question = { held: work.row, open: Uint32Array.from([...asked.open, work.row]) };
  const liked = asked.known.liked.filter(({ row }) => row !== work.row);
  const vector = tasteVector(table, liked, asked.known.passed);
  const popularityOf = (row: number): number => source.popularity.get(table.ids[row]!) ?? 0;
  return {
    suggestions: answerOfList(suggested, question),
    content: answerByScore((row) => tasteOf(table, vector, row), question, seed),
    popularity: answerByScore(popularityOf, question, seed),
    random: answerByScore(() => 0, question, seed + asked.held.length),
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
  const { suggestions } = suggestFor(
    table,
    tasteFrom(rest, now, (id) => table.rowOf.has(id)),
    options,
  );
  return suggestions.map(({ id }) => table.rowOf.get(id)!);
}
