import type { Page } from '@playwright/test';
import { ask } from './support/ask';
import { expect, test } from './support/test';
import { choose, putOnNewBoard } from './support/verbs';
import { goTo } from './support/views';

type Pair = readonly [a: string, b: string];

async function openPairs(page: Page): Promise<void> {
  await goTo(page, 'suggestions');
  await page.getByTestId('open-pairs').click();
}

async function shownPair(page: Page): Promise<Pair> {
  await expect(page.getByTestId('pairs')).toBeVisible();
  const idOf = async (side: 'a' | 'b') =>
    (await page.getByTestId(`pair-${side}`).getAttribute('data-id')) ?? '';
  return [await idOf('a'), await idOf('b')];
}

/** Presses a key and waits until another pair is asked. */
async function answer(page: Page, key: string): Promise<Pair> {
  const before = await shownPair(page);
  await page.keyboard.press(key);
  await expect.poll(() => shownPair(page)).not.toEqual(before);
  return before;
}

test('choices between two works make a ranking that says how sure it is, and last', async ({
  openSamples,
  openStudio,
  keepScreenshot,
}) => {
  const first = await openSamples();
  const { page } = first;
  await openPairs(page);
  await expect(page.getByTestId('pairs-progress')).toContainText('to choose among');
  await expect(page.getByTestId('pair-a').locator('img.shown')).toBeVisible();
  await expect(page.getByTestId('pair-b').locator('img.shown')).toBeVisible();
  await keepScreenshot(page, 'a-or-b');

  const [left] = await answer(page, 'ArrowLeft');
  const [, right] = await answer(page, 'b');
  const undecided = await answer(page, 'ArrowDown');
  await expect(page.getByTestId('pairs-progress')).toContainText('2 choices');
  const { signals } = await ask(page, 'signals.list', { kind: 'choice' });
  expect(signals.map(({ artworkId, value }) => [String(artworkId), value])).toEqual([
    [undecided[0], 0],
    [right, 1],
    [left, 1],
  ]);

  await page.keyboard.press('z');
  await expect.poll(() => shownPair(page)).toEqual(undecided);
  await page.getByTestId('pair-a').click();
  await expect(page.getByTestId('pairs-progress')).toContainText('3 choices');

  await page.keyboard.press('r');
  const ranked = page.getByTestId('ranked');
  await expect(ranked).toHaveCount(6);
  const winners = [left, right, undecided[0]];
  for (const at of [0, 1, 2])
    expect(winners).toContain(await ranked.nth(at).getAttribute('data-id'));
  await expect(ranked.first()).toContainText('no place is sure yet');
  await keepScreenshot(page, 'ranking');
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('pairs')).toBeVisible();
  await first.app.close();

  const again = (await openStudio()).page;
  await openPairs(again);
  await expect(again.getByTestId('pairs-progress')).toContainText('3 choices');
  await again.getByTestId('open-ranking').click();
  await expect(again.getByTestId('ranked')).toHaveCount(6);
});

test('the works of a board are chosen among until every pair was asked', async ({
  openSamples,
}) => {
  const { page } = await openSamples();
  await choose(page, ['Red Mesa', 'Polaris', 'Pine Pass']);
  await putOnNewBoard(page, 'For the wall');
  const [board] = await ask(page, 'boards.list', undefined);
  const works = board?.works.map(String) ?? [];
  await goTo(page, 'boards');
  await page.getByTestId('board').click();
  await page.getByTestId('board-menu').click();
  await page.getByRole('menuitem', { name: 'A or B' }).click();

  // The first of the board is preferred to the others, the second to the third.
  for (let round = 0; round < works.length; round++) {
    const pair = await shownPair(page);
    expect(works).toEqual(expect.arrayContaining([...pair]));
    const key = works.indexOf(pair[0]) < works.indexOf(pair[1]) ? 'a' : 'b';
    if (round < works.length - 1) await answer(page, key);
    else await page.keyboard.press(key);
  }
  await expect(page.getByTestId('pairs-done')).toBeVisible();
  await page.getByTestId('pairs-done').getByRole('button', { name: 'Ranking' }).click();
  await expect(page.getByTestId('ranked')).toHaveCount(3);
  for (const [at, id] of works.entries())
    await expect(page.getByTestId('ranked').nth(at)).toHaveAttribute('data-id', id);
});

test('choices belong to the profile that made them, and none is made in private', async ({
  openSamples,
}) => {
  const { page } = await openSamples();
  await openPairs(page);
  await answer(page, 'ArrowRight');
  await expect(page.getByTestId('pairs-progress')).toContainText('1 choice ');
  await page.getByTestId('private-session').click();
  await expect(page.getByTestId('pairs-private')).toBeVisible();
  await page.keyboard.press('ArrowRight');
  expect((await ask(page, 'signals.list', { kind: 'choice' })).total).toBe(1);
  await page.getByTestId('private-end').click();
  await shownPair(page);

  const { id } = await ask(page, 'profiles.create', { name: 'A client' });
  await ask(page, 'profiles.choose', { id });
  await openPairs(page);
  await expect(page.getByTestId('pairs-progress')).toContainText('to choose among');
});
