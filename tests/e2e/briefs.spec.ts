import type { Page } from '@playwright/test';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask } from './support/ask';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs';
import { setIds } from './support/ids';
import { picture } from './support/pictures';
import { drop } from './support/drag';
import { expect, test } from './support/test';
import { choose } from './support/verbs';
import { goTo, notice } from './support/views';

async function openBriefs(page: Page): Promise<void> {
  await goTo(page, 'suggestions');
  await page.getByTestId('open-briefs').click();
}

const sizeOf = async (page: Page): Promise<number> => (await setIds(page)).length;

test('a brief of a dropped picture, a palette, words and a limit gets a set that is locked, swapped, exported and kept', async ({
  openSamples,
  openStudio,
  userData,
  keepScreenshot,
}) => {
  const path = join(userData, 'mood.jpg');
  await writeFile(path, await picture(7));
  const { app, page } = await openSamples();
  await openBriefs(page);
  await expect(page.getByTestId('no-briefs')).toBeVisible();
  await page.getByTestId('brief-name').fill('Harbour hotel');
  await page.getByTestId('brief-name').press('Enter');
  await expect(page.getByTestId('open-brief')).toBeVisible();

  await drop(page, path, 'Drop to put it on the moodboard');
  await expect(page.getByTestId('mood-image')).toHaveCount(1);
  await expect(page.getByTestId('mood-image').getByRole('img')).toBeVisible();
  await page.getByTestId('brief-colour-add').fill('#1e55b5');
  await expect(page.getByTestId('brief-colour')).toHaveCount(1);
  await page.getByTestId('brief-words').fill('river zeppelin');
  await expect(page.getByTestId('brief-unsaid')).toContainText('zeppelin');
  await page.getByTestId('limit-landscape').click();
  await expect(page.getByTestId('excluded')).toContainText(/another shape: \d+/);
  await expect.poll(() => sizeOf(page)).toBe(8);

  const best = page.getByTestId('fit-work').first();
  await expect(best).toContainText(/Moodboard.*\d+ ?%.*Palette.*\d+ ?%.*Words.*\d+ ?%/s);
  for (const id of await setIds(page)) {
    const { card } = await ask(page, 'artworks.get', { id });
    expect(card.width / card.height).toBeGreaterThan(1.05);
  }
  await keepScreenshot(page, 'brief');

  const [first = 0, second = 0] = await setIds(page);
  const work = (id: number) => page.getByTestId('set-work').and(page.locator(`[data-id="${id}"]`));
  await work(first).hover();
  await work(first).getByTestId('lock').click();
  await expect(work(first)).toHaveAttribute('data-locked', 'true');
  await page.getByTestId('balance-variety').getByRole('slider').fill('100');
  await page.getByTestId('balance-fit').getByRole('slider').fill('0');
  await expect.poll(() => setIds(page)).toContain(first);

  const before = await setIds(page);
  const out = before.find((id) => id !== first) ?? second;
  await work(out).hover();
  await work(out).getByTestId('swap').click();
  const options = page.getByTestId('swap-option');
  await expect(options.first()).toContainText(/fit.*set [+−±]/s);
  await keepScreenshot(page, 'brief-swap');
  const into = Number(await options.nth(1).getAttribute('data-id'));
  expect(before).not.toContain(into);
  await options.nth(1).click();
  const wanted = before.map((id) => (id === out ? into : id));
  await expect.poll(() => setIds(page)).toEqual(wanted);
  await expect(work(into)).toHaveAttribute('data-locked', 'true');
  await expect(page.getByTestId('refused')).toContainText('1 work is left out');

  const csv = join(userData, 'set.csv');
  await answerSaveDialog(app, csv);
  await page.getByTestId('brief-export').click();
  await page.getByRole('menuitem', { name: 'As a table (CSV)' }).click();
  await expect(notice(page, csv)).toBeVisible();
  expect((await readFile(csv, 'utf8')).trim().split('\r\n')).toHaveLength(1 + wanted.length);

  const folder = join(userData, 'copies');
  await mkdir(folder);
  await answerOpenDialog(app, folder);
  await page.getByTestId('brief-export').click();
  await page.getByRole('menuitem', { name: 'Copy the files' }).click();
  await expect(notice(page, `${wanted.length} files were copied`)).toBeVisible();
  const names = (await readdir(folder)).sort();
  expect(names).toHaveLength(wanted.length);
  expect(names[0]).toMatch(/^01 /);

  await page.getByTestId('brief-export').click();
  await page.getByRole('menuitem', { name: 'As a board' }).click();
  await expect(notice(page, 'Harbour hotel')).toBeVisible();
  const boards = await ask(page, 'boards.list', undefined);
  expect(boards.find(({ name }) => name === 'Harbour hotel')?.works).toEqual(wanted);

  // The brief needs no file but its own.
  await app.close();
  await rm(path);
  const again = await openStudio();
  await openBriefs(again.page);
  await again.page.getByTestId('brief').click();
  await expect.poll(() => setIds(again.page)).toEqual(wanted);
  await expect(again.page.getByTestId('mood-image').getByRole('img')).toBeVisible();
  await expect(again.page.getByTestId('brief-words')).toHaveValue('river zeppelin');
});

test('works of the gallery go onto a moodboard, their colours into the palette, and limits can leave nothing', async ({
  openSamples,
}) => {
  const { page } = await openSamples();
  await choose(page, ['Slow River, June', 'Bright Shoal']);
  await page.getByTestId('selection-brief').click();
  await page.getByTestId('new-brief-name').fill('Water');
  await page.getByTestId('new-brief-name').press('Enter');
  const images = page.getByTestId('mood-image');
  await expect(images).toHaveCount(2);
  await expect.poll(() => sizeOf(page)).toBe(8);

  await images.first().hover();
  await images
    .first()
    .getByRole('button', { name: /^Take the colours/ })
    .click();
  await expect(page.getByTestId('brief-colour')).toHaveCount(4);
  await page.getByTestId('limit-size').fill('90000');
  await expect(page.getByTestId('brief-answer')).toContainText('No work comes into question.');
  await page.getByTestId('excluded-size').click();
  await expect(page.getByTestId('work-count')).toBeVisible();
  await page.keyboard.press('Escape');
});

test('a brief is renamed, deleted and brought back', async ({ openSamples }) => {
  const { page } = await openSamples();
  await openBriefs(page);
  await page.getByTestId('brief-name').fill('Cafe');
  await page.getByTestId('brief-name').press('Enter');
  await page.getByTestId('brief-menu').click();
  await page.getByRole('menuitem', { name: 'Rename' }).click();
  await page.getByTestId('rename-brief').fill('Café');
  await page.getByTestId('rename-brief').press('Enter');
  await expect(page.getByRole('heading', { name: 'Café' })).toBeVisible();
  await page.getByTestId('brief-menu').click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByTestId('no-briefs')).toBeVisible();
  await notice(page, '“Café” was deleted').getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByTestId('brief')).toContainText('Café');
});
