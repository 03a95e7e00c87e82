import { expectAxesToReorder, expectReasons, orderOf } from './support/similar';
import { expect, test } from './support/test';
import { label } from './support/verbs';
import { goTo, openWork, workCalled } from './support/views';

test('beside a work, its three sliders put the works like it in another order', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  const artwork = await openWork(page, 'Fjord, Last Light');
  const hits = artwork.getByTestId('similar-hit');
  await expectReasons(hits, 12);
  await artwork.getByTestId('similar').scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'similar-panel');
  await expectAxesToReorder(artwork, hits);
});

test('beside the map, the works like the chosen one are found, with the same sliders', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await goTo(page, 'gallery');
  await page.getByTestId('search').fill('Keeper');
  await workCalled(page, 'Keeper').click();
  await goTo(page, 'map');
  await page.getByTestId('map-similar').click();
  const panel = page.getByTestId('inspector');
  const hits = panel.getByTestId('similar-hit');
  await expectReasons(hits, 12);
  await expect(panel.locator('img.shown').nth(2)).toBeVisible();
  await keepScreenshot(page, 'map-similar');
  await expectAxesToReorder(panel, hits);
  const [first] = await orderOf(hits);
  await hits.first().getByRole('button').click();
  await expect(page.getByTestId('artwork')).toHaveAttribute('data-id', first ?? '');
});

test('a learnt answer names its nearest labelled works and what is measured for it', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await label(page, ['Polaris', 'Ring Road', 'Pendulum'], 'long exposure');
  await label(page, ['Pine Pass', 'Keeper', 'Loose Islands'], 'pixel art');
  const artwork = await openWork(page, 'Reef Traffic');
  const learnt = artwork.getByTestId('learnt-style');
  await expect(learnt).toContainText('Because it resembles these');
  const table = learnt.getByTestId('against');
  await expect(table).toContainText('For “pixel art” rather than “long exposure”');
  await expect(table.getByRole('row').nth(1)).toContainText(/\d+\s*\d+\s*\d+/);
  await table.scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'against-runner-up');
});
