import type { Locator, Page } from '@playwright/test';
import { sampleFiles } from './support/samples';
import { expect, test } from './support/test';
import { label } from './support/verbs';
import { goTo, workCalled, works } from './support/views';

/** The work that the keyboard is on. */
const focused = (page: Page): Locator => page.locator('[data-testid=work].focused');

const countOf = async (page: Page): Promise<number> =>
  Number.parseInt((await page.getByTestId('work-count').innerText()).replace(/\D/g, ''), 10);

test('the keyboard alone culls a portfolio', async ({ openSamples }) => {
  const { page } = await openSamples();
  await expect(works(page).first()).toBeVisible();

  await page.keyboard.press('ArrowRight');
  const first = await focused(page).getAttribute('data-id');
  await page.keyboard.press('ArrowRight');
  await expect(focused(page)).not.toHaveAttribute('data-id', first ?? '');
  await page.keyboard.press('3');
  await expect(focused(page).getByLabel('3 of 5 stars')).toBeVisible();
  await page.keyboard.press('f');
  await expect(focused(page).getByLabel('Favourite')).toBeVisible();
  await page.keyboard.press('0');
  await expect(focused(page).getByLabel(/stars/)).toHaveCount(0);

  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await expect(page.getByTestId('selection-bar')).toContainText('2 selected');
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByTestId('selection-bar')).toContainText('2 selected');
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByTestId('selection-bar')).toContainText(
    `${(await sampleFiles()).length} selected`,
  );
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('selection-bar')).toHaveCount(0);

  const here = (await focused(page).getAttribute('data-id')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('artwork')).toHaveAttribute('data-id', here);
  await page.keyboard.press('ArrowRight');
  await expect(page.getByTestId('artwork')).not.toHaveAttribute('data-id', here);
  const next = (await page.getByTestId('artwork').getAttribute('data-id')) ?? '';
  await page.keyboard.press('Escape');
  await expect(focused(page)).toHaveAttribute('data-id', next);
});

test('a slash searches by title, keyword and in Chinese', async ({ openSamples }) => {
  const { page } = await openSamples();
  const all = (await sampleFiles()).length;
  await expect(works(page).first()).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type('fjord');
  await expect(workCalled(page, 'Fjord, Last Light')).toBeVisible();
  expect(await countOf(page)).toBeLessThan(all);

  await page.getByTestId('search').fill('nothing is called this');
  await expect(page.getByTestId('nothing-matches')).toBeVisible();
  await page.getByTestId('nothing-matches').getByRole('button').click();
  await expect(page.getByTestId('work-count')).toHaveText(`${all} works`);

  await label(page, ['Polaris', 'Ring Road'], '长曝光');
  await page.getByTestId('search').fill('曝光');
  await expect(page.getByTestId('work-count')).toHaveText('2 works');
});

test('filters narrow the wall one by one, and each can be taken off', async ({ openSamples }) => {
  const { page } = await openSamples();
  const all = (await sampleFiles()).length;
  await expect(page.getByTestId('work-count')).toHaveText(`${all} works`);

  await page.getByTestId('filter-colour').click();
  await page.getByRole('button', { name: 'Works with a colour near #e4776f' }).click();
  await expect(page.getByTestId('filter-colour-chip')).toBeVisible();
  await expect.poll(() => countOf(page)).toBeLessThan(all);
  const red = await countOf(page);
  expect(red).toBeGreaterThan(0);

  await page.getByTestId('filter-date').click();
  await page.getByRole('menuitem').first().click();
  await expect.poll(() => countOf(page)).toBeLessThan(red);
  await page.getByTestId('filter-date-chip').getByRole('button').click();
  await expect.poll(() => countOf(page)).toBe(red);
  await page.getByTestId('clear-filters').click();
  await expect(page.getByTestId('work-count')).toHaveText(`${all} works`);

  await page.getByTestId('filter-keyword').click();
  await page.getByRole('menuitem').first().click();
  await expect.poll(() => countOf(page)).toBeLessThan(all);
  await page.getByTestId('clear-filters').click();

  await works(page).first().click();
  await page.keyboard.press('5');
  await page.getByTestId('filter-rating').click();
  await page.getByRole('menuitem').last().click();
  await expect(page.getByTestId('work-count')).toHaveText('1 work');
  await page.getByTestId('clear-filters').click();

  await label(page, ['Polaris', 'Ring Road'], 'long exposure');
  await page.getByTestId('search').fill('');
  await page.getByTestId('filter-style').click();
  await page.getByRole('menuitem', { name: 'long exposure' }).click();
  await expect(page.getByTestId('work-count')).toHaveText('2 works');
});

test('works are sorted, and grow and shrink in whole rows that never crop', async ({
  openSamples,
}) => {
  const { page } = await openSamples();
  await expect(works(page).first()).toBeVisible();
  await page.getByRole('button', { name: /^Sort/ }).click();
  await page.getByRole('menuitem', { name: 'Lightness' }).click();
  const byLightness = await works(page).first().getAttribute('data-id');
  await page.getByRole('button', { name: /Ascending|Descending/ }).click();
  await expect(works(page).first()).not.toHaveAttribute('data-id', byLightness ?? '');

  const heightOf = async (): Promise<number> =>
    (await works(page).first().boundingBox())?.height ?? 0;
  const before = await heightOf();
  await page.getByTestId('gallery').focus();
  await page.keyboard.press('+');
  await expect.poll(heightOf).toBeGreaterThan(before);

  const image = works(page).locator('img.shown').first();
  const [shown, natural] = await image.evaluate((element: HTMLImageElement) => [
    element.clientWidth / element.clientHeight,
    element.naturalWidth / element.naturalHeight,
  ]);
  expect(shown).toBeCloseTo(natural ?? 0, 1);
});

test('a board holds works in an order that the user gives them', async ({ openSamples }) => {
  const { page } = await openSamples();
  await goTo(page, 'boards');
  await page.getByTestId('new-board').click();
  await page.getByTestId('board-name').fill('Window');
  await page.getByTestId('board-name').press('Enter');
  await expect(page.getByText('Nothing on this board yet.')).toBeVisible();

  await goTo(page, 'gallery');
  for (const at of [0, 1, 2])
    await works(page)
      .nth(at)
      .click({ modifiers: at === 0 ? [] : ['ControlOrMeta'] });
  await page.getByTestId('selection-board').click();
  await page.getByRole('button', { name: /^Window/ }).click();
  await goTo(page, 'boards');
  await page.getByTestId('board').filter({ hasText: 'Window' }).click();
  const onBoard = page.getByTestId('board-work');
  await expect(onBoard).toHaveCount(3);
  const order = await onBoard.evaluateAll((items) => items.map((item) => item.dataset['id']));

  await onBoard.nth(2).dragTo(onBoard.first(), { targetPosition: { x: 6, y: 20 } });
  await expect(onBoard.first()).toHaveAttribute('data-id', order[2] ?? '');
  await onBoard.first().hover();
  await onBoard.first().getByRole('button', { name: 'Take off the board' }).click();
  await expect(onBoard).toHaveCount(2);
});
