/** Elements of the page that carry a transition name, in its order. */
function carriers(name: string): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(`[style*="view-transition-name: ${name}"]`)];
}

/**
 * A work may be shown several times on a page, but only one may carry the name of a transition: the one that
 * has the focus, or else the one at a known place among them.
 *
 * @returns its place among those that show the work
 */
export function onlyOneTravels(name: string, at = 0): number {
  const shown = carriers(name);
  const focused = shown.findIndex((element) => document.activeElement?.contains(element));
  const chosen = focused >= 0 && document.activeElement !== document.body ? focused : at;
  const kept = shown[chosen] ? chosen : 0;
  shown.forEach((element, place) => {
    if (place !== kept) element.style.viewTransitionName = 'none';
  });
  return kept;
}

/** Puts the focus on the button that shows the work, so that keys go on from there. */
export function focusTraveller(name: string): void {
  carriers(name)[0]?.closest('button')?.focus({ preventScroll: true });
}
