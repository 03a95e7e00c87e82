import type { Attachment } from 'svelte/attachments';

/** What a user scrolls with, or chooses another place with. */
const MOVES = ['wheel', 'pointerdown', 'keydown'] as const;

const places = new Map<string, number>();

/**
 * Brings an element that scrolls back to where it was left. Its content may find its height only after a moment,
 * so it is held in that place until the user moves on.
 *
 * @param name of the place to remember
 */
export function keepScroll(name: string): Attachment<HTMLElement> {
  return (element) => {
    let held = places.get(name) ?? 0;
    const hold = (): void => {
      if (held > 0) element.scrollTop = held;
    };
    const note = (): void => {
      if (held === 0) places.set(name, element.scrollTop);
    };
    const letGo = (): void => {
      held = 0;
      stopHolding();
    };
    const growth = new ResizeObserver(hold);
    const stopHolding = (): void => {
      growth.disconnect();
      for (const type of MOVES) window.removeEventListener(type, letGo, true);
    };
    if (element.firstElementChild) growth.observe(element.firstElementChild);
    for (const type of MOVES)
      window.addEventListener(type, letGo, { capture: true, passive: true });
    element.addEventListener('scroll', note);
    hold();
    return () => {
      stopHolding();
      element.removeEventListener('scroll', note);
    };
  };
}
