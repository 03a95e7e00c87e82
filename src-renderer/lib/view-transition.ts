/** True where the system asks for as little motion as possible. */
export function prefersReducedMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/**
 * Changes the page within a view transition; without one where motion is unwanted or not supported.
 * Resolves when the page has changed and the motion has ended.
 */
export async function viewTransition(change: () => Promise<void>): Promise<void> {
  if (prefersReducedMotion() || !('startViewTransition' in document)) {
    await change();
    return;
  }
  const transition = document.startViewTransition(change);
  // A later transition replaces this one: the change itself has happened all the same.
  await transition.ready.catch(() => undefined);
  await transition.finished;
}
