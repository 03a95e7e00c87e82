import type { BriefImage } from '../../../src-main/contract';
import { briefs } from '../../state/briefs.svelte';
import { cards } from '../../state/cards.svelte';

/** What an image of a moodboard is called; empty until it is known. */
export function imageTitle(image: BriefImage): string {
  if (image.kind === 'outside') return briefs.picture(image.picture)?.fileName ?? '';
  return cards.get(image.id)?.title ?? '';
}
