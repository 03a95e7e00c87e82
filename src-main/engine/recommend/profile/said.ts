import type { Deed, Signal } from '../../../contract';

/** What of a signal a leaning is read from. */
export type DatedSignal = Pick<Signal, 'kind' | 'artworkId' | 'otherId' | 'value' | 'at'>;

/** Everything somebody said of one work, added up in the order of time. */
export interface Said {
  reaction: number;
  favourite: boolean;
  /** 1..5, 0 for none. */
  rating: number;
  boards: number;
  exports: number;
  asked: number;
  openings: number;
  choices: number;
  /** Whether it was opened, exported or laid on a board, if only for a while. */
  isKnown: boolean;
  /** Of the last signal that says anything, ISO 8601. */
  at: string;
  /** Of that signal among those of one moment. */
  order: number;
}

/** What lies on a board was chosen for it, if perhaps for its place beside others. */
const BOARD = 0.8;
const EXPORT = 0.5;
const MORE_LIKE_THIS = 0.4;
const RETURNS = 3;
const RETURN = 0.3;
/** Of two works one must lose: a single choice says little of either. */
const CHOICE = 0.25;

export function nothingSaid(): Said {
  const counts = { boards: 0, exports: 0, asked: 0, openings: 0, choices: 0 };
  return { reaction: 0, favourite: false, rating: 0, ...counts, isKnown: false, at: '', order: 0 };
}

type Count = (said: Said, value: number | null, side: 1 | -1) => void;

/** What each kind of signal changes; what is not named here (looking, zooming) says nothing about taste. */
const COUNTS: Partial<Record<DatedSignal['kind'], Count>> = {
  choice: (said, value, side) => (said.choices += side * (value ?? 0)),
  like: (said, value) => (said.reaction = value === 0 ? 0 : 1),
  dismissed: (said, value) => (said.reaction = value === 0 ? 0 : -1),
  'not-my-taste': (said, value) => (said.reaction = value === 0 ? 0 : -1),
  favourite: (said, value) => (said.favourite = value !== 0),
  rating: (said, value) => (said.rating = value ?? 0),
  'board-add': (said) => said.boards++,
  'board-remove': (said) => (said.boards = Math.max(0, said.boards - 1)),
  exported: (said) => said.exports++,
  'more-like-this': (said) => said.asked++,
  opened: (said) => said.openings++,
};

/** Kinds that show a work to be known. */
const SHOWS: ReadonlySet<DatedSignal['kind']> = new Set(['board-add', 'exported', 'opened']);

/**
 * Adds a signal to what was said of a work before it.
 *
 * @param order rises with the signals of one moment
 * @param side 1 for the work a signal is of, -1 for the one that a choice went against
 */
export function hear(
  said: Said,
  { kind, value, at }: Omit<DatedSignal, 'artworkId' | 'otherId'>,
  order: number,
  side: 1 | -1,
): void {
  const count = COUNTS[kind];
  // Who can't say which of two is better says nothing of either.
  if (!count || (kind === 'choice' && (value ?? 0) === 0)) return;
  said.at = at;
  said.order = order;
  if (SHOWS.has(kind)) said.isKnown = true;
  count(said, value, side);
}

/**
 * What somebody makes of a work, -1..1. A like or favourite counts 1, a rating from -1 (one star) over 0 (three) to 1 (five),
 * a place on a board 0.8, an export 0.5, 'more like this' 0.4, three openings and more 0.3, every choice of two 0.25 for the
 * one and against the other; the sum is held within -1..1. A work that was turned down counts -1 whatever else was said. What is
 * taken back counts no more.
 */
export function weightOf(said: Said): number {
  // what is turned down is meant: nothing else that was said outweighs it
  if (said.reaction < 0) return -1;
  const stars = said.rating > 0 ? (said.rating - 3) / 2 : 0;
  const shown =
    (said.boards > 0 ? BOARD : 0) +
    (said.exports > 0 ? EXPORT : 0) +
    (said.asked > 0 ? MORE_LIKE_THIS : 0) +
    (said.openings >= RETURNS ? RETURN : 0);
  // whoever gives a work few stars has looked at it, and may have looked often
  const interest = stars < 0 ? 0 : shown;
  const sum = said.reaction + Number(said.favourite) + stars + interest + CHOICE * said.choices;
  return Math.max(-1, Math.min(1, sum));
}

/** Whether an opinion of the work was stated, whatever it is. */
export function isStated(said: Said): boolean {
  return said.reaction !== 0 || said.favourite || said.rating > 0;
}

/** What was done with a liked work that says most. */
export function strongestDeed(said: Said): Deed {
  if (said.rating >= 5) return 'rated-5';
  if (said.favourite) return 'favourite';
  if (said.reaction > 0) return 'liked';
  if (said.rating >= 4) return 'rated-4';
  if (said.boards > 0) return 'on-board';
  return said.exports > 0 ? 'exported' : 'drawn';
}
