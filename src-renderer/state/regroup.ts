import type { Axis } from '../../src-main/contract';
import { gallery } from './gallery.svelte';
import { preferences } from './preferences.svelte';

/** Groups the library by another axis. A group by its number is another one then, so that no filter keeps to it. */
export async function regroup(groupAxis: Axis): Promise<void> {
  preferences.set({ groupAxis });
  if (gallery.filters.cluster !== undefined) gallery.filter({ cluster: undefined });
  await preferences.saved();
}
