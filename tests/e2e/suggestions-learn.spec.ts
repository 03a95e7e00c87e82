import type { Page } from '@playwright/test';
import { ask } from './support/ask';
import { expect, test } from './support/test';
import { goTo } from './support/views';

const list = (page: Page) => page.getByTestId('suggestion');
const one = (page: Page, id: number) => page.locator(`[data-testid=suggestion][data-id="${id}"]`);

/** Answers the first suggestion with a key. @returns the work's id */
async function answerFirst(page: Page, key: string): Promise<number> {
  const id = Number(await list(page).first().getAttribute('data-id'));
  await page.keyboard.press(key);
  await expect(one(page, id)).toHaveCount(0);
  return id;
}

test('a new user likes eight works and dismisses two; the list follows, says why, and lasts', async ({
  openSamples,
  openStudio,
  keepScreenshot,
}) => {
  const first = await openSamples();
  const { page } = first;
  await goTo(page, 'suggestions');
  await expect(page.getByTestId('learnt')).toContainText('cross-section');
  const cover = await ask(page, 'suggestions.list', { surprise: 0 });
  expect(cover.suggestions.every(({ reason }) => reason.kind === 'cover')).toBe(true);

  const liked: number[] = [];
  for (let i = 0; i < 8; i++) liked.push(await answerFirst(page, 'l'));
  await expect(page.getByTestId('learnt')).toContainText('8 works');
  const dismissed = [await answerFirst(page, 'x'), await answerFirst(page, 'x')];
  await expect(page.getByTestId('learnt')).toContainText('10 works');

  const { suggestions } = await ask(page, 'suggestions.list', { surprise: 0 });
  expect(suggestions.length).toBeGreaterThan(0);
  for (const { id, reason } of suggestions) {
    expect([...liked, ...dismissed]).not.toContain(id);
    expect(reason.kind).toBe('like-liked');
    expect(reason.works.length).toBeGreaterThan(0);
    for (const named of reason.works) expect(liked).toContain(named);
  }
  await expect(list(page).first().getByTestId('reason')).toContainText(/you liked/);
  await keepScreenshot(page, 'suggestions-learnt');
  const shown = suggestions.map(({ id }) => id);
  await first.app.close();

  const again = (await openStudio()).page;
  await goTo(again, 'suggestions');
  await expect(again.getByTestId('learnt')).toContainText('10 works');
  const after = await ask(again, 'suggestions.list', { surprise: 0 });
  expect(after.suggestions.map(({ id }) => id)).toEqual(shown);
  for (const id of dismissed) await expect(one(again, id)).toHaveCount(0);
});
