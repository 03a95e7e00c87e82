import type { Locator, Page } from '@playwright/test';
import { ask } from './support/ask';
import { expect, test } from './support/test';
import { teachTwoStyles } from './support/verbs';
import { goTo, works } from './support/views';

const choose = (control: Locator, axis: string): Promise<void> => control.getByText(axis).click();

/** Which works lie nearest to the first one on the map, nearest first. */
async function neighbours(page: Page): Promise<number[]> {
  const { ids, positions } = await ask(page, 'portfolio.map', undefined);
  const xy = Object.values(positions);
  const away = (at: number): number => Math.hypot(xy[2 * at]! - xy[0]!, xy[2 * at + 1]! - xy[1]!);
  return Object.values(ids)
    .map((id, at) => ({ id, away: away(at) }))
    .sort((a, b) => a.away - b.away)
    .slice(1, 9)
    .map(({ id }) => id);
}

test('the map gathers by style, and by subject or palette on request, which lasts', async ({
  openSamples,
  openStudio,
  keepScreenshot,
}) => {
  const { app, page } = await openSamples();
  await goTo(page, 'map');
  const map = page.getByTestId('map');
  await expect(map).toHaveAttribute('data-axis', 'style');
  const byStyle = await neighbours(page);
  await keepScreenshot(page, 'map-by-style');

  await choose(page.getByTestId('map-axis'), 'Palette');
  await expect(map).toHaveAttribute('data-axis', 'palette');
  expect(await neighbours(page)).not.toEqual(byStyle);
  await expect(page.getByRole('application', { name: /works by palette/ })).toBeVisible();
  await keepScreenshot(page, 'map-by-palette');

  await choose(page.getByTestId('map-axis'), 'Subject');
  await expect(map).toHaveAttribute('data-axis', 'subject');
  await app.close();

  const again = await openStudio();
  await expect(works(again.page).first()).toBeVisible();
  await goTo(again.page, 'map');
  await expect(again.page.getByTestId('map')).toHaveAttribute('data-axis', 'subject');
  // Back to where it was: the same neighbours.
  await choose(again.page.getByTestId('map-axis'), 'Style');
  await expect(again.page.getByTestId('map')).toHaveAttribute('data-axis', 'style');
  expect(await neighbours(again.page)).toEqual(byStyle);
});

test('the portfolio groups by another axis, and its groups open as they are shown', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await goTo(page, 'portfolio');
  const groups = page.getByTestId('groups');
  await expect(groups).toContainText('Works made alike');
  await expect(groups.getByTestId('group').first()).toBeVisible();
  await choose(page.getByTestId('group-axis'), 'Palette');
  await expect(groups).toContainText('Works of alike colours');
  await groups.scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'groups-by-palette');

  const { clusters } = await ask(page, 'portfolio.get', undefined);
  expect(clusters.length).toBeGreaterThan(1);
  await groups.getByTestId('group').nth(1).getByRole('heading').getByRole('button').click();
  await expect(page.getByTestId('work-count')).toHaveText(new RegExp(`^${clusters[1]?.size}\\D`));
  await expect(page.getByTestId('scope-chip')).toBeVisible();

  // A group by its number is another one by another axis: nothing keeps to it.
  await goTo(page, 'portfolio');
  await choose(page.getByTestId('group-axis'), 'Style');
  await expect(groups).toContainText('Works made alike');
  await goTo(page, 'gallery');
  await expect(page.getByTestId('scope-chip')).toHaveCount(0);
});

test('my styles are learnt from another axis on request', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await teachTwoStyles(page);
  expect(await ask(page, 'style.learnt', undefined)).toMatchObject({ axis: 'style' });
  await goTo(page, 'settings');
  const control = page.getByTestId('learn-axis');
  await expect(control.getByRole('radio', { name: 'Style' })).toBeChecked();
  await expect(page.getByTestId('styles-interval')).toBeVisible();
  await choose(control, 'Palette');
  await expect.poll(async () => (await ask(page, 'style.learnt', undefined)).axis).toBe('palette');
  await expect(page.getByTestId('settings-styles')).toContainText('The colours of a work alone.');
  await control.scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'styles-learn-from');
});
