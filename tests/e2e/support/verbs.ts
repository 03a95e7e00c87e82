import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
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

/** Puts the chosen works on a new board. */
export async function putOnNewBoard(page: Page, name: string): Promise<void> {
  await page.getByTestId('selection-board').click();
  await page.getByTestId('new-board-name').fill(name);
  await page.getByTestId('new-board-name').press('Enter');
  await expect(notice(page, name)).toBeVisible();
}

/** Has every folder of the library looked through again, and waits for the end of it. */
export async function scanAgain(page: Page): Promise<void> {
  await goTo(page, 'settings');
  for (const button of await page.getByTestId('rescan').all()) await button.click();
  await expect(page.getByTestId('job')).toHaveCount(0, { timeout: 60_000 });
}
