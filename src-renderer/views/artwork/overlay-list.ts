import Contrast from '@lucide/svelte/icons/contrast';
import Crosshair from '@lucide/svelte/icons/crosshair';
import DropletOff from '@lucide/svelte/icons/droplet-off';
import Flame from '@lucide/svelte/icons/flame';
import FlipHorizontal from '@lucide/svelte/icons/flip-horizontal';
import Glasses from '@lucide/svelte/icons/glasses';
import Grid3x3 from '@lucide/svelte/icons/grid-3x3';
import Hash from '@lucide/svelte/icons/hash';
import ScanSearch from '@lucide/svelte/icons/scan-search';
import SeparatorVertical from '@lucide/svelte/icons/separator-vertical';
import Shell from '@lucide/svelte/icons/shell';
import Sunset from '@lucide/svelte/icons/sunset';
import type { LucideIcon } from '@lucide/svelte';
import { m } from '../../i18n';
import type { Overlay } from '../../state/overlays.svelte';

export interface OverlayEntry {
  overlay: Overlay;
  key: string;
  icon: LucideIcon;
  label: () => string;
}

/** Every overlay with its key, in the order of the bar: first what is drawn, then ways of seeing. */
export const OVERLAYS: readonly OverlayEntry[] = [
  { overlay: 'thirds', key: 't', icon: Hash, label: m.artwork_overlay_thirds },
  { overlay: 'golden', key: 'g', icon: Shell, label: m.artwork_overlay_golden },
  { overlay: 'weight', key: 'w', icon: Crosshair, label: m.artwork_overlay_weight },
  { overlay: 'symmetry', key: 's', icon: SeparatorVertical, label: m.artwork_overlay_symmetry },
  { overlay: 'horizon', key: 'h', icon: Sunset, label: m.artwork_overlay_horizon },
  { overlay: 'grid', key: 'r', icon: Grid3x3, label: m.artwork_overlay_grid },
  { overlay: 'saliency', key: 'e', icon: Flame, label: m.artwork_overlay_saliency },
  { overlay: 'evidence', key: 'v', icon: ScanSearch, label: m.artwork_overlay_evidence },
  { overlay: 'notan', key: 'n', icon: Contrast, label: m.artwork_overlay_notan },
  { overlay: 'grey', key: 'y', icon: DropletOff, label: m.artwork_overlay_grey },
  { overlay: 'squint', key: 'q', icon: Glasses, label: m.artwork_overlay_squint },
  { overlay: 'mirror', key: 'm', icon: FlipHorizontal, label: m.artwork_overlay_mirror },
];

export const OVERLAY_KEYS = OVERLAYS.map(({ key, overlay }) => [key, overlay] as const);
