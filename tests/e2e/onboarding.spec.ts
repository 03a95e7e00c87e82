import type { Page } from '@playwright/test';
import { ask } from './support/ask';
import { expect, test } from './support/test';
import { goTo } from './support/views';

const work = (page: Page) => page.getByTestId('introduction-work');
const progress = (page: Page) => page.getByTestId('introduction-progress');

/** Answers the work on show with a key. @returns the work's id */
async function answer(page: Page, key: string): Promise<number> {
  const id = await work(page).getAttribute('data-id');
  await page.keyboard.press(key);
  await expect(page.locator(`[data-testid=introduction-work][data-id="${id}"]`)).toHaveCount(0);
  return Number(id);
}

test('24 works by single keys give the suggestions something to go by', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await goTo(page, 'suggestions');
  await expect(page.getByTestId('learnt')).toContainText('cross-section');
  await page.getByTestId('introduction-begin').click();
  await expect(progress(page)).toContainText('1 of 24');
  await expect(work(page).locator('img.shown')).toBeVisible();
  await keepScreenshot(page, 'introduction');

  const liked = [await answer(page, 'ArrowRight'), await answer(page, 'l')];
  const passed = [await answer(page, 'ArrowLeft'), await answer(page, 'p')];
  const skipped = await answer(page, 'ArrowDown');
  await expect(progress(page)).toContainText('6 of 24');

  const { signals } = await ask(page, 'signals.list', {});
  const said = (kind: string) =>
    signals.filter((one) => one.kind === kind).map(({ artworkId }) => artworkId);
  expect(said('like').toSorted()).toEqual(liked.toSorted());
  expect(said('dismissed').toSorted()).toEqual(passed.toSorted());
  expect(signals.some(({ artworkId }) => artworkId === skipped)).toBe(false);

  await page.keyboard.press('Escape');
  await expect(page.getByTestId('learnt')).toContainText('4 works');
  for (const id of [...liked, ...passed])
    await expect(page.locator(`[data-testid=suggestion][data-id="${id}"]`)).toHaveCount(0);
});

test('a minute that was left goes on where it was, and an answer can be taken back', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await goTo(page, 'suggestions');
  await page.getByTestId('introduction-begin').click();
  await expect(progress(page)).toContainText('1 of 24');
  await answer(page, 'ArrowRight');
  const second = await work(page).getAttribute('data-id');
  await page.keyboard.press('ArrowLeft');
  await expect(progress(page)).toContainText('3 of 24');
  await page.keyboard.press('z');
  await expect(work(page)).toHaveAttribute('data-id', second ?? '');
  const { signals } = await ask(page, 'signals.list', {});
  expect(signals.map(({ kind }) => kind)).not.toContain('dismissed');

  await page.getByTestId('back').click();
  await expect(page.getByTestId('introduction-begin')).toContainText('1 of 24');
  await page.getByTestId('introduction-begin').click();
  await expect(work(page)).toHaveAttribute('data-id', second ?? '');
  for (let left = 23; left > 0; left--) await answer(page, left % 2 === 0 ? 'l' : 'p');
  await expect(page.getByTestId('introduction-done')).toContainText('12 works');
  await keepScreenshot(page, 'introduction-done');
  await page.getByTestId('introduction-to-list').click();
  await expect(page.getByTestId('suggestion').first()).toBeVisible();
  await expect(page.getByTestId('introduction-offer')).toHaveCount(0);
});

test('a private session asks nothing that it would not keep', async ({ openSamples }) => {
  const { page } = await openSamples();
  await ask(page, 'signals.private', { on: true });
  await goTo(page, 'suggestions');
  await page.getByTestId('introduction-begin').click();
  await expect(page.getByTestId('introduction-private')).toBeVisible();
  await page.keyboard.press('l');
  expect((await ask(page, 'signals.list', {})).total).toBe(0);
  await page.getByTestId('introduction-private').getByRole('button').click();
  await expect(work(page)).toBeVisible();
});
