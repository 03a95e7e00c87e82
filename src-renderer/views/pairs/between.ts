import type { BoardId } from '../../../src-main/contract';
import { navigation } from '../../state/navigation.svelte';

/** The board whose works are chosen among; none for a cross-section of the library. */
export function boardHere(): BoardId | undefined {
  const place = navigation.current;
  return place.view === 'pairs' || place.view === 'ranking' ? place.board : undefined;
}

/** From the choosing to what the choices say. */
export function toRanking(): void {
  navigation.push({ view: 'ranking', ...ofBoard() });
}

/** From what the choices say to the choosing; back, where that is where the user came from. */
export function toPairs(): void {
  navigation.push({ view: 'pairs', ...ofBoard() });
}

function ofBoard(): { board?: BoardId } {
  const board = boardHere();
  return board === undefined ? {} : { board };
}
