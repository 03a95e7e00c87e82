import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import {
  CHANNELS,
  toErrorReport,
  type EngineArguments,
  type EventName,
  type EventPayload,
} from '../contract';
import { readAppArguments, type AppArguments } from './app-arguments';
import { registerCheckedIpc } from './checked-ipc';
import { createEngineHost, unpacked } from './engine/create-host';
import type { EngineHost } from './engine/engine-host';
import { installMenu } from './menu';
import { declareScheme, serveScheme } from './protocol/serve';
import { refreshOnFocus } from './refresh-on-focus';
import { lockDown, switchNetworkOff } from './security';
import { shellHandlers } from './shell-handlers';
import { createWindow } from './window';
import { readWindowState, rememberWindowState } from './window-state';

// Unpackaged, argv also holds the application's folder, before or after Chromium's switches: a second
// instance reports them in another order.
const ownArguments = (argv: readonly string[]): string[] =>
  argv.slice(1).filter((argument) => app.isPackaged || resolve(argument) !== app.getAppPath());

const firstArguments = readAppArguments(ownArguments(process.argv), process.cwd());
if (firstArguments.userData !== undefined) {
  mkdirSync(firstArguments.userData, { recursive: true });
  app.setPath('userData', firstArguments.userData);
}
switchNetworkOff();
declareScheme();

const resources = app.isPackaged ? process.resourcesPath : app.getAppPath();
const samplePath = join(resources, 'resources', 'samples');
let window: BrowserWindow | undefined;

function engineArguments(): EngineArguments {
  return {
    dataFolder: join(app.getPath('userData'), 'library'),
    modelsFolder: join(resources, 'models'),
    mapWorker: unpacked(join(__dirname, 'map-worker.cjs')),
    insightWorker: unpacked(join(__dirname, 'insight-worker.cjs')),
    downloadWorker: unpacked(join(__dirname, 'download-worker.cjs')),
    version: app.getVersion(),
  };
}

function relay<N extends EventName>(name: N, payload: EventPayload<N>): void {
  if (window && !window.isDestroyed()) window.webContents.send(CHANNELS.event, name, payload);
}

function requireWindow(): BrowserWindow {
  if (!window || window.isDestroyed()) throw new Error('Expected an open window');
  return window;
}

// The sample portfolio, or a folder in a shortcut, is there already at every start but the first.
function tellRefusal(thrown: unknown): void {
  const error = toErrorReport(thrown);
  if (error.code === 'folder/already-added') return;
  const tell = (): void => relay('folder.refused', error);
  if (window?.webContents.isLoading()) window.webContents.once('did-finish-load', tell);
  else tell();
}

async function addFolders(engine: EngineHost, { folders, sample }: AppArguments): Promise<void> {
  for (const path of sample ? [samplePath, ...folders] : folders) {
    await engine.request('folders.add', { path }).catch(tellRefusal);
  }
}

function openWindow(engine: EngineHost): void {
  const stateFile = join(app.getPath('userData'), 'window.json');
  window = createWindow(
    readWindowState(stateFile),
    join(resources, 'resources', 'icons', 'icon.png'),
  );
  rememberWindowState(window, stateFile);
  refreshOnFocus(window, engine);
  window.on('closed', () => {
    window = undefined;
  });
}

function stopBeforeQuit(engine: EngineHost): void {
  let stopped = false;
  app.on('before-quit', (event) => {
    if (stopped) return;
    event.preventDefault();
    void engine.stop().finally(() => {
      stopped = true;
      app.quit();
    });
  });
}

async function start(): Promise<void> {
  await app.whenReady();
  const engine = createEngineHost(engineArguments(), {
    // The host has no need to know the events it passes on.
    onEvent: (name, payload) => relay(name as EventName, payload as never),
    onState: (state) => relay('engine.state', { state }),
  });
  lockDown();
  installMenu();
  serveScheme(engine, join(__dirname, '../renderer'));
  registerCheckedIpc({
    engine,
    shell: shellHandlers({ window: requireWindow, engine, samplePath }),
    isOwnContents: (contents) => contents === window?.webContents,
  });
  openWindow(engine);
  stopBeforeQuit(engine);
  app.on('second-instance', (_event, argv, cwd) => {
    window?.focus();
    void addFolders(engine, readAppArguments(ownArguments(argv), cwd));
  });
  app.on('activate', () => {
    if (!window) openWindow(engine);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  await addFolders(engine, firstArguments);
}

if (app.requestSingleInstanceLock()) void start();
else app.quit();
