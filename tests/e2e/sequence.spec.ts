import type { Page } from '@playwright/test';
import { ask } from './support/ask';
import { idsOf } from './support/ids';
import { expect, test } from './support/test';
import { choose, putOnNewBoard } from './support/verbs';
import { goTo, notice } from './support/views';

const TITLES = [
  'Slow River, June',
  'Pine Pass',
  'Bright Shoal',
  'Keeper',
  'Polaris',
  'Carnival Tide',
  'Ring Road',
];

const order = (page: Page): Promise<number[]> => idsOf(page.getByTestId('sequence-work'));

test('a board is put in an order that flows, changed by keys, dragging and pins, and kept', async ({
  openSamples,
  openStudio,
  keepScreenshot,
}) => {
  const { app, page } = await openSamples();
  await choose(page, TITLES);
  await putOnNewBoard(page, 'Wall');
  await goTo(page, 'suggestions');
  await page.getByTestId('open-sequence').click();
  await page.getByTestId('board').click();
  const works = page.getByTestId('sequence-work');
  await expect(works).toHaveCount(TITLES.length);
  const kept = await order(page);
  await expect(page.getByTestId('sequence-mean')).toContainText(/Neighbours are \d+ ?% alike/);
  await expect(page.getByTestId('sequence-keep')).toHaveCount(0);

  await page.getByTestId('sequence-flow').click();
  await expect(page.getByTestId('sequence-mean')).toContainText('in the kept order');
  const flowing = await order(page);
  const { mean } = await ask(page, 'sequence.order', { works: kept, order: false });
  const better = await ask(page, 'sequence.order', { works: flowing, order: false });
  expect(better.mean ?? 0).toBeGreaterThan(mean ?? 1);
  await keepScreenshot(page, 'sequence');

  // By the keyboard: the second goes to the front, where it is pinned.
  await works.nth(1).getByRole('button').first().click();
  await page.keyboard.press('Alt+ArrowLeft');
  const moved = [flowing[1], flowing[0], ...flowing.slice(2)];
  await expect.poll(() => order(page)).toEqual(moved);
  await page.keyboard.press('f');
  await expect(works.first().getByTestId('pin-first')).toHaveAttribute('aria-pressed', 'true');
  await page.getByTestId('sequence-flow').click();
  await expect.poll(async () => (await order(page))[0]).toBe(flowing[1]);

  // By dragging: the third goes to the end.
  const now = await order(page);
  await works.nth(2).dragTo(works.last());
  const dragged = [...now.slice(0, 2), ...now.slice(3), now[2]];
  await expect.poll(() => order(page)).toEqual(dragged);

  await page.getByTestId('sequence-keep').click();
  await expect(notice(page, 'The order of “Wall” is kept')).toBeVisible();
  await expect(page.getByTestId('sequence-keep')).toHaveCount(0);
  await app.close();

  const again = await openStudio();
  const [board] = await ask(again.page, 'boards.list', undefined);
  expect(board?.works).toEqual(dragged);
});
