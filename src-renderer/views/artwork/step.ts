import { cards } from '../../state/cards.svelte';
import { navigation } from '../../state/navigation.svelte';

/** Place of the shown work among those that 'previous' and 'next' go through, from 0, and their number. */
export function placeAmong(): { at: number; count: number } {
  const here = navigation.current;
  if (here.view !== 'artwork') return { at: -1, count: 0 };
  return { at: Array.prototype.indexOf.call(here.among, here.id), count: here.among.length };
}

/** Goes to the previous (-1) or next (1) work; stays at the ends. */
export async function step(by: -1 | 1): Promise<void> {
  const here = navigation.current;
  if (here.view !== 'artwork') return;
  const { at, count } = placeAmong();
  const next = at + by;
  const id = here.among[next];
  if (at < 0 || next < 0 || next >= count || id === undefined) return;
  const after = here.among[next + by];
  cards.need(after === undefined ? [id] : [id, after]);
  await navigation.replaceWork(id);
}
