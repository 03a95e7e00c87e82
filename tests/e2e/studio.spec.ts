import type { Page } from '@playwright/test';
import { ask } from './support/ask';
import { sampleFiles } from './support/samples';
import { expect, test } from './support/test';
import { choose, label, putOnNewBoard } from './support/verbs';
import { filesDone, goTo, jobs, openWork, seeWholeGallery, notice, works } from './support/views';

const HEX = /#[0-9a-f]{6}/;

test('the samples are read before the eyes of the user and all hang in the gallery', async ({
  openStudio,
}) => {
  const { page } = await openStudio({ args: ['--sample'] });
  const reading = jobs(page).filter({ hasText: 'samples' });
  await expect(reading.getByRole('progressbar')).toBeVisible();
  await expect.poll(() => filesDone(page)).toBeGreaterThan(0);
  await expect(reading).toContainText('per second');
  await expect(works(page).first()).toBeVisible();

  const count = (await sampleFiles()).length;
  await seeWholeGallery(page, count);
  await expect(works(page).first()).toHaveAttribute('aria-setsize', String(count));
  await expect(works(page).locator('img.shown').first()).toBeVisible();
  await expect(notice(page, `${count} works are ready`)).toBeVisible();
});

test('an opened work shows what it is made of', async ({ openSamples, keepScreenshot }) => {
  const { app, page } = await openSamples();
  const artwork = await openWork(page, 'Fjord, Last Light');
  await expect(page.getByTestId('picture')).toHaveClass(/shown/);

  const entry = page.getByTestId('swatch-entry').first();
  const hex = HEX.exec(await entry.innerText())?.[0] ?? '';
  await entry.click();
  await expect(notice(page, `Copied ${hex}`)).toBeVisible();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(hex);

  await expect(page.getByTestId('harmony')).toContainText(/fits \d+/);
  await expect(page.getByTestId('trait')).toHaveCount(14);
  await expect(page.locator('[data-trait=temperature]')).toContainText(/cool|warm/);
  await expect(page.getByTestId('similar').getByRole('listitem').first()).toBeVisible();
  await expect(artwork).toContainText('JPEG');
  await keepScreenshot(page, 'artwork');
});

test('single keys lay the composition over a work and take it away again', async ({
  openSamples,
}) => {
  const { page } = await openSamples();
  await openWork(page, 'Fjord, Last Light');
  await expect(page.getByTestId('trait').first()).toBeVisible();
  const legend = page.getByTestId('overlay-legend');
  const lines = page.getByTestId('overlay-lines').locator('line');

  await page.keyboard.press('t');
  await expect(legend).toContainText(/Thirds.*\d+ ?%/);
  await expect(lines.first()).toBeAttached();
  await page.keyboard.press('h');
  await expect(legend).toContainText('Horizon');
  await page.keyboard.press('e');
  await expect(legend).toContainText('What draws the eye');
  await page.keyboard.press('n');
  await expect(legend).toContainText(/Notan.*dark.*middle.*light/);
  for (const key of ['t', 'h', 'e', 'n']) await page.keyboard.press(key);
  await expect(legend).toHaveCount(0);
  await expect(lines).toHaveCount(0);
});

test('four labels teach a style, which is then seen in other works', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await label(page, ['Polaris', 'Ring Road'], 'long exposure');
  await label(page, ['Pine Pass', 'Keeper'], 'pixel art');

  await openWork(page, 'Reef Traffic');
  const answer = page.getByTestId('learnt-style');
  await expect(answer).toContainText('Nearest to pixel art');
  await expect(answer).toContainText('Because it resembles these');
  await expect(answer.getByRole('listitem')).toHaveText(['pixel art', 'pixel art']);
  await keepScreenshot(page, 'learnt-style');

  await goTo(page, 'settings');
  await expect(page.getByTestId('styles-verdict')).toContainText(/right \d+ ?% of the time/);
  expect((await ask(page, 'style.learnt', undefined)).trained).toBe(true);
});

/** Draws a lasso round the left half of the map; few points, as a quick hand does. */
async function lassoLeftHalf(page: Page): Promise<void> {
  const plane = page.getByTestId('map');
  const { x, y, width, height } = (await plane.boundingBox()) ?? {
    x: 0,
    y: 0,
    width: 0,
    height: 0,
  };
  const corners = [
    [0.02, 0.04],
    [0.5, 0.04],
    [0.5, 0.85],
    [0.02, 0.85],
  ] as const;
  await page.getByTestId('lasso').click();
  await page.mouse.move(x + 0.02 * width, y + 0.4 * height);
  await page.mouse.down();
  for (const [across, down] of corners)
    await page.mouse.move(x + across * width, y + down * height, { steps: 6 });
  await page.mouse.up();
}

test('a lasso on the map chooses works, and what is done to them lasts', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await goTo(page, 'map');
  const plane = page.getByTestId('map');
  const count = (await sampleFiles()).length;
  await expect(plane).toHaveAttribute('data-works', String(count), { timeout: 60_000 });

  await lassoLeftHalf(page);
  await expect(page.getByTestId('selection-bar')).toBeVisible();
  const chosen = Number(await plane.getAttribute('data-selected'));
  expect(chosen).toBeGreaterThan(1);
  expect(chosen).toBeLessThan(count);
  await expect(page.getByTestId('selection-bar')).toContainText(`${chosen} selected`);
  await keepScreenshot(page, 'lasso');

  await page.getByRole('button', { name: 'Mark as favourite' }).click();
  await goTo(page, 'gallery');
  await page.getByTestId('filter-favourite').click();
  await expect(page.getByTestId('work-count')).toHaveText(`${chosen} works`);

  await page.reload();
  await page.getByTestId('filter-favourite').click();
  await expect(page.getByTestId('work-count')).toHaveText(`${chosen} works`);
});

test('liking and dismissing change the suggestions at once', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await goTo(page, 'suggestions');
  const list = page.getByTestId('suggestion');
  await expect(page.getByTestId('learnt')).toContainText('cross-section');
  const liked = list.first();
  const likedId = await liked.getAttribute('data-id');
  await liked.getByTestId('like').click();

  await expect(page.locator(`[data-testid=suggestion][data-id="${likedId}"]`)).toHaveCount(0);
  await expect(page.getByTestId('learnt')).toContainText('of one work');
  const evidence = list.filter({ has: page.locator(`li [data-id="${likedId}"]`) });
  await expect(evidence.first()).toBeVisible();
  await expect(evidence.first().getByTestId('reason')).not.toBeEmpty();
  await keepScreenshot(page, 'suggestions');

  const dismissedId = await list.first().getAttribute('data-id');
  const dismissed = page.locator(`[data-testid=suggestion][data-id="${dismissedId}"]`);
  await page.keyboard.press('x');
  await expect(dismissed).toHaveCount(0);
  await page.getByTestId('suggestion-undo').getByRole('button').click();
  await expect(dismissed).toBeVisible();
  await dismissed.getByTestId('dismiss').click();
  await expect(dismissed).toHaveCount(0);
  await goTo(page, 'gallery');
  await goTo(page, 'suggestions');
  await expect(list.first()).toBeVisible();
  await expect(dismissed).toHaveCount(0);
});

test('everything the user said is there after a restart', async ({ openSamples, openStudio }) => {
  const first = await openSamples();
  const { page } = first;
  await label(page, ['Polaris', 'Ring Road'], 'long exposure');
  await choose(page, ['Red Mesa', 'Slate Moon']);
  await page.keyboard.press('4');
  await page.keyboard.press('f');
  await putOnNewBoard(page, 'Wall by the door');
  await goTo(page, 'suggestions');
  const dismissedId = await page.getByTestId('suggestion').first().getAttribute('data-id');
  await page.keyboard.press('x');
  await expect(page.getByTestId('suggestion-undo')).toBeVisible();
  await goTo(page, 'settings');
  await page.getByTestId('theme').getByText('Dark').click();
  await page.getByTestId('language').getByText('简体中文').click();
  await expect(page.getByTestId('nav-gallery')).toContainText('画廊');
  await first.app.close();

  const again = (await openStudio()).page;
  await expect(again.getByTestId('nav-gallery')).toContainText('画廊');
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark');
  await goTo(again, 'boards');
  await expect(again.getByTestId('board')).toContainText('Wall by the door');
  await goTo(again, 'settings');
  await expect(again.getByTestId('settings-styles')).toContainText('long exposure');
  await openWork(again, 'Red Mesa');
  await expect(again.getByTestId('favourite')).toHaveAttribute('aria-pressed', 'true');
  await expect(
    again.getByRole('group', { name: '评分' }).locator('[aria-pressed=true]'),
  ).toHaveAttribute('aria-label', /4/);
  await openWork(again, 'Polaris');
  await expect(again.getByTestId('own-labels')).toContainText('long exposure');
  await goTo(again, 'suggestions');
  await expect(again.getByTestId('suggestion').first()).toBeVisible();
  await expect(again.locator(`[data-testid=suggestion][data-id="${dismissedId}"]`)).toHaveCount(0);
});

test('language and theme change at once and everywhere', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await goTo(page, 'settings');
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.getByTestId('theme').getByText('Light').click();
  const light = await ground();
  await page.getByTestId('theme').getByText('Dark').click();
  await expect.poll(ground).not.toBe(light);

  await page.getByTestId('language').getByText('简体中文').click();
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
  await keepScreenshot(page, 'settings-zh');
  for (const view of ['gallery', 'boards', 'settings'] as const) {
    await goTo(page, view);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^[\p{Script=Han}]+$/u);
  }
  await page.getByTestId('language').getByText('English').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Settings');
});

test('a Chinese desktop is greeted in Chinese', async ({ openStudio }) => {
  test.skip(process.platform !== 'linux', 'Only Linux takes the language from the environment');
  const { page } = await openStudio({ env: { LANGUAGE: 'zh_CN' } });
  await expect(page.getByTestId('first-run')).toContainText('作品');
  await expect(page.locator('html')).toHaveAttribute('lang', /^zh/);
});
