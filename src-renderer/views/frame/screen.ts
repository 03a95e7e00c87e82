import type { Component } from 'svelte';
import type { Place } from '../../state/navigation.svelte';

/** One view as the frame shows it: its content and, in the top bar, its own controls. */
export interface Screen {
  Content: Component;
  Controls?: Component;
  /** Whether the inspector may stand beside it. */
  inspector?: boolean;
}

export type Screens = Readonly<Record<Place['view'], Screen>>;
