import type { Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask } from './support/ask';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs';
import { expect, test } from './support/test';
import { choose, putOnNewBoard } from './support/verbs';
import { goTo, notice, openWork } from './support/views';

/** Long enough for a look to be one. */
const LOOK_MS = 1300;

const rows = (page: Page, kind?: string) =>
  page.locator(`[data-testid=noted-row]${kind ? `[data-kind="${kind}"]` : '[data-kind]'}`);

async function openNoted(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await page.getByTestId('open-noted').click();
}

/** Looks at a work, zooms into it, rates it and makes it a favourite, all by keys. */
async function dwellOn(page: Page, title: string): Promise<void> {
  await openWork(page, title);
  await page.waitForTimeout(LOOK_MS);
  for (const key of ['+', '4', 'f', 'Escape']) await page.keyboard.press(key);
  await expect(page.getByTestId('gallery')).toBeVisible();
}

/** Answers three suggestions and asks for more like a fourth, all by keys. */
async function answerSuggestions(page: Page): Promise<void> {
  await goTo(page, 'suggestions');
  const list = page.getByTestId('suggestion');
  for (const key of ['l', 'x', 'n']) {
    const current = page.locator('[data-testid=suggestion][aria-current=true]');
    // The one before may still be on its way out.
    await expect(current).toHaveCount(1);
    const id = await current.getAttribute('data-id');
    await page.keyboard.press(key);
    await expect(page.locator(`[data-testid=suggestion][data-id="${id}"]`)).toHaveCount(0);
  }
  await expect(list.first()).toBeVisible();
  await page.keyboard.press('m');
  await expect(page.getByTestId('more')).toBeVisible();
}

async function createProfile(page: Page, name: string): Promise<void> {
  await page.getByTestId('profile-menu').click();
  await page.getByRole('menuitem', { name: 'New profile' }).click();
  await expect(page.getByTestId('profile-name')).toBeFocused();
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('profile-menu')).toHaveText(name);
}

async function switchTo(page: Page, name: string): Promise<void> {
  await page.getByTestId('profile-menu').click();
  await page.getByRole('menuitem', { name, exact: true }).click();
  await expect(page.getByTestId('profile-menu')).toHaveText(name);
}

const row = (page: Page, name: string) =>
  page.getByTestId('profile-row').filter({ has: page.getByText(name, { exact: true }) });

async function doWithProfile(page: Page, name: string, action: string): Promise<void> {
  await row(page, name).getByTestId('profile-actions').click();
  await page.getByRole('menuitem', { name: action }).click();
}

test('what is done with works is noted, listed, exported and deleted', async ({
  openSamples,
  userData,
  keepScreenshot,
}) => {
  const { app, page } = await openSamples();
  await dwellOn(page, 'Red Mesa');
  await choose(page, ['Polaris', 'Ring Road']);
  await page.keyboard.press('2');
  await putOnNewBoard(page, 'Wall by the door');
  await answerSuggestions(page);

  await openNoted(page);
  const kinds = [
    'opened',
    'dwell',
    'zoomed',
    'rating',
    'favourite',
    'board-add',
    'like',
    'dismissed',
    'not-my-taste',
    'more-like-this',
  ];
  for (const kind of kinds) await expect(rows(page, kind).first(), kind).toBeVisible();
  await expect(rows(page)).toHaveCount(13);
  await expect(rows(page, 'zoomed')).toContainText('Red Mesa');
  await expect(rows(page, 'dwell')).toContainText(/Looked at for \d+ s/);
  await expect(rows(page, 'rating').last()).toContainText('Rated 4 of 5');
  await expect(rows(page).first()).toContainText('Me');
  await keepScreenshot(page, 'noted');

  const csv = join(userData, 'notes.csv');
  await answerSaveDialog(app, csv);
  await page.getByTestId('noted-export').click();
  await page.getByRole('menuitem', { name: 'CSV' }).click();
  await expect(notice(page, csv)).toBeVisible();
  const lines = (await readFile(csv, 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(14);

  await page.getByTestId('noted-kind').click();
  await page.getByRole('menuitem', { name: 'Rated', exact: true }).click();
  await expect(page.getByTestId('noted-count')).toHaveText('3 notes');
  const json = join(userData, 'notes.json');
  await answerSaveDialog(app, json);
  await page.getByTestId('noted-export').click();
  await page.getByRole('menuitem', { name: 'JSON' }).click();
  await expect(notice(page, json)).toBeVisible();
  const { signals } = JSON.parse(await readFile(json, 'utf8')) as { signals: { value: number }[] };
  expect(signals.map(({ value }) => value).sort()).toEqual([2, 2, 4]);

  await rows(page).first().getByTestId('noted-delete').click();
  await expect(page.getByTestId('noted-count')).toHaveText('2 notes');
  for (const at of [0, 1]) await rows(page).nth(at).getByRole('checkbox').check();
  await page.getByTestId('noted-delete-chosen').click();
  await page.getByTestId('noted-delete-confirm').click();
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(page.getByTestId('noted-count')).toHaveText('10 notes');
  await page.getByTestId('noted-delete-all').click();
  await page.getByTestId('noted-delete-confirm').click();
  await expect(page.getByTestId('noted-empty')).toBeVisible();

  await openWork(page, 'Red Mesa');
  await expect(page.getByTestId('favourite')).toHaveAttribute('aria-pressed', 'true');
});

test('a private session notes nothing, says so, and lasts until it is ended', async ({
  openSamples,
  openStudio,
  keepScreenshot,
}) => {
  const first = await openSamples();
  await dwellOn(first.page, 'Slate Moon');
  await first.page.getByTestId('private-session').click();
  await expect(first.page.getByTestId('private-strip')).toContainText('nothing is noted');
  const before = (await ask(first.page, 'signals.list', {})).total;
  expect(before).toBeGreaterThan(0);
  await dwellOn(first.page, 'Red Mesa');
  await answerSuggestions(first.page);
  await keepScreenshot(first.page, 'private-session');
  await first.app.close();

  const { page } = await openStudio();
  await expect(page.getByTestId('private-strip')).toBeVisible();
  await dwellOn(page, 'Polaris');
  await page.getByTestId('private-end').click();
  await expect(page.getByTestId('private-strip')).toHaveCount(0);
  await openNoted(page);
  await expect(page.getByTestId('noted-count')).toHaveText(`${before} notes`);
  await expect(rows(page).filter({ hasText: /Red Mesa|Polaris/ })).toHaveCount(0);
  await openWork(page, 'Red Mesa');
  await expect(page.getByTestId('favourite')).toHaveAttribute('aria-pressed', 'true');
});

test('each profile has stars and notes of its own, also after a restart', async ({
  openSamples,
  openStudio,
}) => {
  const first = await openSamples();
  const stars = (on: Page) =>
    on.getByRole('group', { name: 'Rating' }).locator('[aria-pressed=true]');
  await dwellOn(first.page, 'Red Mesa');
  await createProfile(first.page, 'A client');
  await openWork(first.page, 'Red Mesa');
  await expect(stars(first.page)).toHaveCount(0);
  await first.page.keyboard.press('1');
  await expect(stars(first.page)).toHaveAttribute('aria-label', /1/);
  await first.app.close();

  const { page } = await openStudio();
  await expect(page.getByTestId('profile-menu')).toHaveText('A client');
  await openWork(page, 'Red Mesa');
  await expect(stars(page)).toHaveAttribute('aria-label', /1/);
  await switchTo(page, 'Me');
  await expect(stars(page)).toHaveAttribute('aria-label', /4/);

  await goTo(page, 'settings');
  await doWithProfile(page, 'A client', 'Rename');
  await page.getByTestId('profile-rename').fill('The gallerist');
  await page.getByTestId('profile-rename').press('Enter');
  await doWithProfile(page, 'The gallerist', 'Remove');
  await expect(row(page, 'The gallerist')).toHaveCount(0);
  await notice(page, 'The gallerist').getByRole('button', { name: 'Undo' }).click();
  await doWithProfile(page, 'The gallerist', 'What was noted');
  await expect(rows(page, 'rating')).toContainText('Rated 1 of 5');
  const own = rows(page).filter({ hasText: 'The gallerist' });
  await expect(own).toHaveCount(await rows(page).count());
});

test('ratings of others come from a table: looked at, taken in, taken back', async ({
  openSamples,
  userData,
  keepScreenshot,
}) => {
  const { app, page } = await openSamples();
  const { ids } = await ask(page, 'gallery.query', { text: 'Red Mesa' });
  const [card] = await ask(page, 'gallery.cards', { ids: [ids[0] ?? 0] });
  const table = join(userData, 'jury.csv');
  const lines = [
    'user,item,rating,time',
    `Ana,${card?.fileName},5,2025-03-01`,
    `Ben,${card?.hash},2,`,
    'Ben,nothing like it.jpg,4,',
    `Ben,${card?.fileName},eleven,`,
    `Ben,${card?.fileName},4,30/02/2020`,
    `Ben,nothing, or something,4,2025-03-01`,
  ];
  await writeFile(table, lines.join('\n'));
  await answerOpenDialog(app, table);
  await goTo(page, 'settings');
  await page.getByTestId('ratings-choose').click();
  await expect(page.getByTestId('ratings-preview')).toContainText('2 of 6 lines can be used');
  await expect(page.getByTestId('ratings-user')).toHaveText([/Ana.*new/, /Ben.*new/]);
  await expect(page.getByTestId('ratings-fault')).toHaveText([
    /Line 4.*nothing like it\.jpg.*not in this library/,
    /Line 5.*eleven.*no rating/,
    /Line 6.*30\/02\/2020.*write it like 2025-03-01/,
    /Line 7.*more cells than columns/,
  ]);
  await keepScreenshot(page, 'ratings-preview');
  await page.getByTestId('ratings-take').click();
  await expect(row(page, 'Ana')).toContainText('1 thing noted');
  await expect(page.getByTestId('ratings-import')).toContainText('jury.csv');

  await page.getByTestId('ratings-undo').click();
  await expect(page.getByTestId('profile-row')).toHaveCount(1);
  await expect(page.getByTestId('ratings-import')).toHaveCount(0);
});

test('a profile goes into a file and comes back out of it', async ({ openSamples, userData }) => {
  const { app, page } = await openSamples();
  await createProfile(page, 'A client');
  await dwellOn(page, 'Red Mesa');
  await answerSuggestions(page);
  await goTo(page, 'settings');
  const file = join(userData, 'client.oeuvre-profile');
  await answerSaveDialog(app, file);
  await doWithProfile(page, 'A client', 'Export');
  await expect(notice(page, file)).toBeVisible();
  const noted = await ask(page, 'signals.list', {});
  await doWithProfile(page, 'A client', 'Remove');
  await expect(row(page, 'A client')).toHaveCount(0);
  expect((await ask(page, 'signals.list', {})).total).toBe(0);

  await answerOpenDialog(app, file);
  await page.getByTestId('profile-import').click();
  await expect(row(page, 'A client')).toContainText(`${noted.total} things noted`);
  await switchTo(page, 'A client');
  await openWork(page, 'Red Mesa');
  await expect(page.getByTestId('favourite')).toHaveAttribute('aria-pressed', 'true');
  const again = await ask(page, 'signals.list', {});
  expect(again.signals.slice(-noted.total).map(({ kind, at }) => [kind, at])).toEqual(
    noted.signals.map(({ kind, at }) => [kind, at]),
  );
});
