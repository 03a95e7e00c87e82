import type { ElectronApplication } from '@playwright/test';

/** Answers the system's dialog for opening, which no test can click; without a folder it is cancelled. */
export async function answerOpenDialog(
  app: ElectronApplication,
  ...folders: readonly string[]
): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () =>
      Promise.resolve({ canceled: filePaths.length === 0, filePaths: [...filePaths] });
  }, folders);
}

/** Answers the system's dialog for saving; with null it is cancelled. */
export async function answerSaveDialog(
  app: ElectronApplication,
  filePath: string | null,
): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () =>
      Promise.resolve({ canceled: path === null, filePath: path ?? '' });
  }, filePath);
}
