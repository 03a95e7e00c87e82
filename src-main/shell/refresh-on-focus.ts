import type { BrowserWindow } from 'electron';
import type { EngineClient } from '../contract';

/** Coming back from a file manager takes longer than this; switching windows while working does not. */
const LEAST_PAUSE_MS = 60_000;

/**
 * Looks for changes in the folders when the user comes back to the window: recursive watching is not to be
 * relied on across platforms, and a look at an unchanged folder costs a fraction of a second.
 */
export function refreshOnFocus(window: BrowserWindow, engine: EngineClient): void {
  let last = performance.now();
  window.on('focus', () => {
    if (performance.now() - last < LEAST_PAUSE_MS) return;
    last = performance.now();
    void engine.request('folders.refresh', undefined).catch(() => undefined);
  });
}
