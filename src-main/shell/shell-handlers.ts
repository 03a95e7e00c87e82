import { writeFile } from 'node:fs/promises';
import { app, clipboard, dialog, nativeTheme, shell, type BrowserWindow } from 'electron';
import {
  EngineError,
  type EngineClient,
  type ShellCommandName,
  type ShellInput,
  type ShellOutput,
} from '../contract';

export type ShellHandlers = {
  [N in ShellCommandName]: (input: ShellInput<N>) => Promise<ShellOutput<N>>;
};

interface ShellContext {
  window: () => BrowserWindow;
  engine: EngineClient;
  samplePath: string;
}

async function chooseFolders(window: BrowserWindow): Promise<string[]> {
  const choice = await dialog.showOpenDialog(window, {
    properties: ['openDirectory', 'multiSelections', 'createDirectory'],
  });
  return choice.canceled ? [] : choice.filePaths;
}

async function chooseModel(
  window: BrowserWindow,
  { kind }: ShellInput<'shell.chooseModel'>,
): Promise<string | null> {
  const choice = await dialog.showOpenDialog(
    window,
    kind === 'folder'
      ? { properties: ['openDirectory'] }
      : {
          properties: ['openFile'],
          filters: [{ name: 'Oeuvre', extensions: ['oeuvre-pack', 'zip'] }],
        },
  );
  return choice.canceled ? null : (choice.filePaths.at(0) ?? null);
}

async function chooseFile(
  window: BrowserWindow,
  { kind }: ShellInput<'shell.chooseFile'>,
): Promise<string | null> {
  const choice = await dialog.showOpenDialog(window, {
    properties: ['openFile'],
    filters: [
      kind === 'csv'
        ? // Excel writes tabs into '.txt'.
          { name: 'CSV', extensions: ['csv', 'tsv', 'txt'] }
        : { name: 'Oeuvre', extensions: [kind] },
    ],
  });
  return choice.canceled ? null : (choice.filePaths.at(0) ?? null);
}

async function saveFile(
  window: BrowserWindow,
  { suggestedName, kind, content }: ShellInput<'shell.saveFile'>,
): Promise<{ path: string } | null> {
  const choice = await dialog.showSaveDialog(window, {
    defaultPath: suggestedName,
    filters: [{ name: kind.toUpperCase(), extensions: [kind] }],
  });
  if (choice.canceled || !choice.filePath) return null;
  try {
    await writeFile(choice.filePath, content);
  } catch (error) {
    throw new EngineError('export/failed', (error as Error).message, { path: choice.filePath });
  }
  return { path: choice.filePath };
}

function print(window: BrowserWindow): Promise<void> {
  // Chromium paints the window's ground into the page's margins: paper is white whatever the theme.
  const ground = window.getBackgroundColor();
  window.setBackgroundColor('#ffffff');
  return new Promise((resolve, reject) => {
    window.webContents.print({ printBackground: true }, (success, reason) => {
      window.setBackgroundColor(ground);
      // 'Print job canceled' is the user's own decision.
      if (success || /cancel/i.test(reason)) resolve();
      else reject(new EngineError('export/failed', reason));
    });
  });
}

/** What the renderer may ask of the operating system. */
export function shellHandlers({ window, engine, samplePath }: ShellContext): ShellHandlers {
  return {
    'shell.chooseFolders': () => chooseFolders(window()),
    'shell.chooseModel': (input) => chooseModel(window(), input),
    'shell.chooseFile': (input) => chooseFile(window(), input),
    'shell.samplePath': async () => samplePath,
    'shell.saveFile': (input) => saveFile(window(), input),
    'shell.print': () => print(window()),
    'shell.revealArtwork': async ({ id }) => {
      const { path } = await engine.request('artworks.get', { id });
      shell.showItemInFolder(path);
    },
    'shell.copyText': async ({ text }) => clipboard.writeText(text),
    'shell.setTheme': async ({ theme }) => {
      nativeTheme.themeSource = theme;
    },
    'shell.info': async () => ({
      version: app.getVersion(),
      platform: process.platform,
      systemLanguage: app.getPreferredSystemLanguages().at(0) ?? app.getLocale(),
    }),
  };
}
