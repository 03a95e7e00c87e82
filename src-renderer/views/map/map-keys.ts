import type { KeyMap } from '../../lib/shortcut';
import type { Direction } from '../../lib/map/neighbour';
import { map } from '../../state/map.svelte';
import { navigation } from '../../state/navigation.svelte';
import { selection } from '../../state/selection.svelte';
import { works } from '../../state/works.svelte';

const STEP_PX = 120;
const ZOOM = 1.5;

const pan = (x: number, y: number) => (): void =>
  map.camera.panStep({ x: x * STEP_PX, y: y * STEP_PX });
const go = (direction: Direction) => (): void => map.goTo(direction);
const rate = (rating: number) => (): void => void works.rate(selection.targets, rating);

function open(): void {
  const id = selection.focus;
  if (id !== null && map.placeOf(id) >= 0) void navigation.open(id, map.groupOf(map.placeOf(id)));
}

function letGo(): void {
  if (map.lassoes) map.putLassoDown();
  else selection.clear();
}

/** The keys of the style map. */
export const MAP_KEYS: KeyMap = {
  ArrowLeft: pan(1, 0),
  ArrowRight: pan(-1, 0),
  ArrowUp: pan(0, 1),
  ArrowDown: pan(0, -1),
  'Shift+ArrowLeft': go('left'),
  'Shift+ArrowRight': go('right'),
  'Shift+ArrowUp': go('up'),
  'Shift+ArrowDown': go('down'),
  '+': () => map.camera.step(ZOOM),
  '=': () => map.camera.step(ZOOM),
  '-': () => map.camera.step(1 / ZOOM),
  '.': () => map.camera.fit(),
  l: () => map.toggleLasso(),
  Enter: open,
  Space: () => selection.focus !== null && selection.toggle(selection.focus),
  f: () => void works.toggleFavourite(selection.targets),
  'Mod+a': () => map.chooseAll(),
  Escape: letGo,
  ...Object.fromEntries([1, 2, 3, 4, 5].map((rating) => [String(rating), rate(rating)])),
  '0': () => map.camera.fit(),
};
