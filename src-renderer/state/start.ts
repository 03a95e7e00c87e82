import { on } from '../bridge';
import { artwork } from './artwork.svelte';
import { attention } from './attention.svelte';
import { boards } from './boards.svelte';
import { descriptions } from './descriptions.svelte';
import { briefs } from './briefs.svelte';
import { evidence } from './evidence.svelte';
import { gallery } from './gallery.svelte';
import { hands } from './hands.svelte';
import { importedStyles } from './imported-styles.svelte';
import { library } from './library.svelte';
import { models } from './models.svelte';
import { outside } from './outside.svelte';
import { preferences } from './preferences.svelte';
import { profiles } from './profiles.svelte';
import { similar } from './similar.svelte';
import { styles } from './styles.svelte';

/** Loads what every view needs and begins to listen. @returns the function that stops */
export function startStates(): () => void {
  void preferences.load();
  const stops = [
    library,
    models,
    gallery,
    descriptions,
    styles,
    hands,
    importedStyles,
    boards,
    briefs,
    artwork,
    evidence,
    similar,
    outside,
  ].map((state) => state.start());
  stops.push(attention.start(), profiles.start());
  stops.push(on('engine.state', ({ state }) => state === 'ready' && recover()));
  return () => stops.forEach((stop) => stop());
}

/** What could not be had while the engine was away is asked for again now that it is there. */
function recover(): void {
  void profiles.recover();
  for (const state of [preferences, library, descriptions, styles, hands, importedStyles])
    void state.recover();
  for (const state of [boards, briefs]) void state.recover();
}
