import type { WorkTable } from '../../storage/work-table';
import { withoutRepeats } from '../same-picture';
import type { Candidate } from './candidates';
import type { StyleCaps } from './style-caps';

/** Of every style the works that the taste draws most take turns. */
const TAKING_TURNS = 10;
const SPARE = 2;

export interface OtherStylesOptions {
  /** From all over the library, most wanted first. */
  spread: () => readonly Candidate[];
  isAllowed: (candidate: Candidate) => boolean;
  caps: StyleCaps;
  /** Whether the picture of a row needs no second rendering. */
  isKnown: (row: number) => boolean;
  /** The next number shows other works and begins with another style. */
  turn: number;
  wanted: number;
}

/**
 * Works of styles that nothing was ever liked of, the styles one after the other, of each the works that the taste draws most.
 */
export function worksOfOtherStyles(table: WorkTable, options: OtherStylesOptions): Candidate[] {
  const { spread, isAllowed, caps, isKnown, turn, wanted } = options;
  if (wanted <= 0) return [];
  const enough = TAKING_TURNS + wanted * SPARE;
  const byStyle = new Map<number, Candidate[]>();
  for (const candidate of spread()) {
    const region = caps.regionOf(candidate.row);
    const of = byStyle.get(region) ?? [];
    if (of.length >= enough || !caps.isUnknown(region) || !isAllowed(candidate)) continue;
    byStyle.set(region, of);
    of.push(candidate);
  }
  const styles = turned(
    [...byStyle].sort(([a], [b]) => a - b).map(([, works]) => takingTurns(works, turn)),
    turn,
  );
  const mixed = oneOfEach(styles, wanted * SPARE);
  const rowsKept = new Set(
    withoutRepeats(
      table,
      mixed.map(({ row }) => row),
      wanted,
      isKnown,
    ),
  );
  return mixed.filter(({ row }) => rowsKept.has(row));
}

function takingTurns(works: readonly Candidate[], turn: number): Candidate[] {
  return [...turned(works.slice(0, TAKING_TURNS), turn), ...works.slice(TAKING_TURNS)];
}

function turned<T>(items: readonly T[], by: number): T[] {
  const first = items.length === 0 ? 0 : by % items.length;
  return [...items.slice(first), ...items.slice(0, first)];
}

/** The first of every list, then the second of every list, and so on. */
function oneOfEach(lists: readonly (readonly Candidate[])[], most: number): Candidate[] {
  const mixed: Candidate[] = [];
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let i = 0; i < longest && mixed.length < most; i++)
    for (const list of lists) if (list[i]) mixed.push(list[i]!);
  return mixed.slice(0, most);
}
