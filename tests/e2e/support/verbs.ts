import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { answerOpenDialog } from './dialogs';
import type { Studio } from './launch';
import { goTo, notice, workCalled } from './views';

/** Chooses works of the gallery by their titles, one after another with Ctrl held. */
export async function choose(page: Page, titles: readonly string[]): Promise<void> {
  await goTo(page, 'gallery');
  await page.keyboard.press('Escape');
  for (const title of titles) {
    await page.getByTestId('search').fill(title);
    await workCalled(page, title).click({ modifiers: ['ControlOrMeta'] });
  }
  await expect(page.getByTestId('selection-bar')).toContainText(`${titles.length} selected`);
}

/** Puts a label on works as a user does: choose them, type a word. */
export async function label(page: Page, titles: readonly string[], word: string): Promise<void> {
  await choose(page, titles);
  await page.getByTestId('selection-label').click();
  await page.getByTestId('label-input').fill(word);
  await page.getByTestId('label-input').press('Enter');
  await expect(notice(page, `labelled “${word}”`)).toBeVisible();
}

/** Labels two works each of two series of the sample portfolio, which is enough to tell them apart. */
export async function teachTwoStyles(page: Page): Promise<void> {
  await label(page, ['Polaris', 'Ring Road'], 'long exposure');
  await label(page, ['Pine Pass', 'Keeper'], 'pixel art');
}

/** Puts the chosen works on a new board. */
export async function putOnNewBoard(page: Page, name: string): Promise<void> {
  await page.getByTestId('selection-board').click();
  await page.getByTestId('new-board-name').fill(name);
  await page.getByTestId('new-board-name').press('Enter');
  await expect(notice(page, name)).toBeVisible();
}

/** Adds a folder by the dialog of an empty studio: unlike on the command line, the window stands when reading begins. */
export async function addFolder({ app, page }: Studio, folder: string): Promise<void> {
  await answerOpenDialog(app, folder);
  await page.getByTestId('add-folder').click();
}

/** Has every folder of the library looked through again, and waits for the end of it. */
export async function scanAgain(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await expect(page.getByTestId('rescan').first()).toBeVisible();
  const buttons = await page.getByTestId('rescan').all();
  // A scan that finds nothing is over before anybody sees it begin: only the engine tells when it has ended.
  const scans = await page.evaluateHandle((count) => {
    let left = count;
    const ended = new Promise<void>((resolve) => {
      window.oeuvre.on('job.progress', ({ kind, state }) => {
        if (kind === 'index' && state === 'done' && --left === 0) resolve();
      });
    });
    return { ended };
  }, buttons.length);
  for (const button of buttons) await button.click();
  await scans.evaluate(({ ended }) => ended);
  await expect(page.getByTestId('job')).toHaveCount(0, { timeout: 60_000 });
}
