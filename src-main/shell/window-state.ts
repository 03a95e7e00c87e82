import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { screen, type BrowserWindow } from 'electron';
import { z } from 'zod';

const schema = z.object({
  bounds: z
    .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() })
    .partial({ x: true, y: true }),
  maximised: z.boolean(),
});
export type WindowState = z.infer<typeof schema>;
type Bounds = WindowState['bounds'];

const FIRST: WindowState = { bounds: { width: 1440, height: 900 }, maximised: false };

function isOnScreen({ x, y }: Bounds): boolean {
  if (x === undefined || y === undefined) return true;
  return screen.getAllDisplays().some(({ workArea: area }) => {
    const across = x >= area.x && x < area.x + area.width;
    return across && y >= area.y && y < area.y + area.height;
  });
}

/** Where the window was when it was last closed; a sensible size when that is unknown or off every screen. */
export function readWindowState(file: string): WindowState {
  try {
    const state = schema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return isOnScreen(state.bounds) ? state : FIRST;
  } catch {
    return FIRST;
  }
}

/** Remembers the window's place whenever it comes to rest. Losing it is no loss, so failures are silent. */
export function rememberWindowState(window: BrowserWindow, file: string): void {
  let timer: NodeJS.Timeout | undefined;
  const save = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (window.isDestroyed()) return;
      const state = { bounds: window.getNormalBounds(), maximised: window.isMaximized() };
      void writeFile(file, JSON.stringify(state)).catch(() => undefined);
    }, 500);
  };
  window.on('resize', save);
  window.on('move', save);
}
