import { moveFocus, type Direction } from '../../lib/move-focus';
import type { KeyMap } from '../../lib/shortcut';
import { gallery } from '../../state/gallery.svelte';
import { navigation } from '../../state/navigation.svelte';
import { preferences } from '../../state/preferences.svelte';
import { selection } from '../../state/selection.svelte';
import { works } from '../../state/works.svelte';
import type { GridView } from './grid-view.svelte';

const ZOOM = { step: 40, least: 80, most: 480 };
const PAGE_SHARE = 0.9;

const ids = (): Uint32Array => gallery.index.ids;
const idAt = (at: number): number => ids()[at] ?? 0;
const focused = (): number => (selection.focus === null ? -1 : gallery.positionOf(selection.focus));

/** Selects from the anchor to a work. */
function selectRange(at: number): void {
  const from = selection.anchor === null ? at : Math.max(0, gallery.positionOf(selection.anchor));
  if (selection.anchor === null) selection.only(idAt(at));
  selection.set(ids().subarray(Math.min(from, at), Math.max(from, at) + 1), idAt(at));
}

/** Chooses a work as desktops do: alone, with Ctrl added or taken away, with Shift up to it. */
export function choose(event: MouseEvent, at: number): void {
  if (event.shiftKey) selectRange(at);
  else if (event.ctrlKey || event.metaKey) selection.toggle(idAt(at));
  else selection.only(idAt(at));
}

export function open(at: number): void {
  selection.focusOn(idAt(at));
  void navigation.open(idAt(at), ids());
}

/** What the keys do in the gallery. */
export function galleryKeys(view: GridView): KeyMap {
  function focusOn(at: number, extend: boolean): void {
    selection.focusOn(idAt(at));
    if (extend) selectRange(at);
    view.reveal(at);
  }
  const move = (direction: Direction) => (event: KeyboardEvent) => {
    const at = focused();
    const next = at < 0 ? 0 : moveFocus(view.layout, gallery.index.aspects, at, direction);
    focusOn(next, event.shiftKey);
  };
  const page = (sign: number) => () => view.goTo(view.offset + sign * view.height * PAGE_SHARE);
  const rate = (rating: number) => () => void works.rate(selection.targets, rating);
  const zoom = (step: number) => () => {
    const galleryZoom = preferences.current.galleryZoom + step;
    preferences.set({ galleryZoom: Math.max(ZOOM.least, Math.min(ZOOM.most, galleryZoom)) });
  };
  const whenFocused = (act: (at: number) => void) => () => {
    if (focused() >= 0) act(focused());
  };
  return {
    ...both('ArrowLeft', move('left')),
    ...both('ArrowRight', move('right')),
    ...both('ArrowUp', move('up')),
    ...both('ArrowDown', move('down')),
    ...both('Home', (event) => focusOn(0, event.shiftKey)),
    ...both('End', (event) => focusOn(ids().length - 1, event.shiftKey)),
    ...Object.fromEntries([0, 1, 2, 3, 4, 5].map((rating) => [String(rating), rate(rating)])),
    PageUp: page(-1),
    PageDown: page(1),
    Enter: whenFocused(open),
    Space: whenFocused((at) => selection.toggle(idAt(at))),
    'Mod+a': () => selection.set(ids()),
    f: () => void works.toggleFavourite(selection.targets),
    '+': zoom(ZOOM.step),
    '=': zoom(ZOOM.step),
    '-': zoom(-ZOOM.step),
    Escape: () => selection.clear(),
  };
}

/** A key alone and with Shift. */
function both(key: string, act: (event: KeyboardEvent) => void): KeyMap {
  return { [key]: act, [`Shift+${key}`]: act };
}
