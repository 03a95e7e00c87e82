import type { Page } from '@playwright/test';
import { ask } from './support/ask';
import { expect, test } from './support/test';
import { goTo, openWork, works, workCalled } from './support/views';

/** Says who made works, one after another, in their panels. */
async function nameMaker(page: Page, titles: readonly string[], name: string): Promise<void> {
  for (const title of titles) {
    const artwork = await openWork(page, title);
    await artwork.getByTestId('hand-input').fill(name);
    await artwork.getByTestId('hand-input').press('Enter');
    await expect(artwork.getByTestId('hands-own')).toContainText(name);
  }
}

test('the closest hands are named with their works beside the work, and a name can be given and taken back', async ({
  openSamples,
  openStudio,
  keepScreenshot,
}) => {
  const { app, page } = await openSamples();
  await nameMaker(page, ['Polaris', 'Ring Road'], 'The night photographer');
  await nameMaker(page, ['Pine Pass', 'Keeper'], 'The pixel artist');

  const artwork = await openWork(page, 'Road to the Mesas');
  const sentence = artwork.getByTestId('closest-hands');
  await expect(sentence).toContainText(/hands/);
  await expect(artwork.getByTestId('hands-evidence').getByRole('listitem').first()).toBeVisible();
  await sentence.scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'hands-panel');

  await artwork.getByTestId('hands-open').click();
  const view = page.getByTestId('hands');
  await expect(view.getByTestId('hands-picture')).toBeVisible();
  const pixel = view.getByTestId('hand').and(view.locator('[data-name="The pixel artist"]'));
  await expect(pixel.getByTestId('hand-work')).toHaveCount(2);
  await expect(pixel.getByTestId('hand-work').first()).toContainText(
    /Style.*\d+ ?%.*Subject.*\d+ ?%.*Palette.*\d+ ?%/s,
  );
  await expect(pixel.getByTestId('hand-work').first()).toContainText(
    /Both .+ than \d+ ?% of the works|Nearest in/,
  );
  await expect(pixel.locator('img.shown').first()).toBeVisible();
  await keepScreenshot(page, 'hands-side-by-side');

  await pixel.getByTestId('hand-set').click();
  await expect(view.getByText('By The pixel artist')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('artwork').getByTestId('hands-own')).toContainText(
    'The pixel artist',
  );
  const id = Number(await page.getByTestId('artwork').getAttribute('data-id'));
  await app.close();

  const again = await openStudio();
  await expect(works(again.page).first()).toBeVisible();
  expect((await ask(again.page, 'hands.of', { id })).own).toBe('The pixel artist');
  const work = await openWork(again.page, 'Road to the Mesas');
  await work
    .getByTestId('hands-own')
    .getByRole('button', { name: /Take back/ })
    .click();
  await expect(work.getByTestId('hands-own')).toHaveCount(0);
});

test('hands have a place beside the styles, with their accuracy, confusion and works', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await nameMaker(page, ['Polaris', 'Ring Road'], 'The night photographer');
  await nameMaker(page, ['Pine Pass', 'Keeper'], 'The pixel artist');
  await goTo(page, 'settings');
  const section = page.getByTestId('settings-hands');
  await expect(section.getByTestId('hands-verdict')).toContainText('named the right hand');
  await expect(section.getByTestId('hands-interval')).toContainText(/right when held out/);
  await section.scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'hands-standing');
  // A hand is no style: nothing was labelled.
  expect((await ask(page, 'style.learnt', undefined)).labels).toEqual([]);

  await section.getByRole('button', { name: /^The pixel artist/ }).click();
  await expect(page.getByTestId('work-count')).toHaveText(/^2\D/);
  await expect(workCalled(page, 'Keeper')).toBeVisible();
});
