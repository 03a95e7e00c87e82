import { briefs } from '../../state/briefs.svelte';
import { navigation } from '../../state/navigation.svelte';

/** Makes a brief and opens it. */
export async function createBrief(name: string): Promise<void> {
  const brief = await briefs.create(name);
  if (brief) navigation.push({ view: 'briefs', brief: brief.id });
}
