import { join } from 'node:path';
import { BrowserWindow, nativeTheme, type Rectangle } from 'electron';
import { START_ADDRESS } from './addresses';
import type { WindowState } from './window-state';

// OKLCH lightness 0.17 and 0.965 of theme/tokens.css, so that the first frame has the ground's colour.
const ground = (): string => (nativeTheme.shouldUseDarkColors ? '#101010' : '#f3f3f3');

/** The one window: sandboxed, isolated, shown when its first frame is painted. */
export function createWindow(state: WindowState, icon: string): BrowserWindow {
  const window = new BrowserWindow({
    ...(state.bounds as Partial<Rectangle>),
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: ground(),
    icon,
    title: 'Oeuvre',
    webPreferences: {
      preload: join(__dirname, '../preload/index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
      devTools: true,
    },
  });
  if (state.maximised) window.maximize();
  window.once('ready-to-show', () => window.show());
  void window.loadURL(START_ADDRESS);
  return window;
}
