import { ask } from './support/ask';
import { expect, test } from './support/test';
import { goTo, notice } from './support/views';

test('works to retire stand beside stronger ones with numbers; what is kept or put away is remembered, and nothing is deleted', async ({
  openSamples,
  openStudio,
  keepScreenshot,
}) => {
  const { app, page } = await openSamples();
  const { total } = await ask(page, 'gallery.facets', undefined);
  await goTo(page, 'suggestions');
  await page.getByTestId('open-retire').click();
  const proposals = page.getByTestId('retirement');
  await expect(proposals.first()).toBeVisible();
  const all = await proposals.count();
  await expect(proposals.and(page.locator('[data-kind="repeat"]')).first()).toContainText(
    /\d+ ?% alike.*megapixels against/s,
  );
  await keepScreenshot(page, 'retire');

  const first = proposals.first();
  const kept = Number(await first.getAttribute('data-id'));
  await first.getByTestId('retire-keep').click();
  await expect(proposals).toHaveCount(all - 1);
  await notice(page, 'stays').getByRole('button', { name: 'Undo' }).click();
  await expect(proposals).toHaveCount(all);
  await proposals.first().getByTestId('retire-keep').click();
  await expect(proposals).toHaveCount(all - 1);

  const away = Number(await proposals.first().getAttribute('data-id'));
  await proposals.first().getByTestId('retire-board').click();
  await page.getByTestId('retire-board-name').press('Enter');
  await expect(proposals).toHaveCount(all - 2);
  const [board] = await ask(page, 'boards.list', undefined);
  expect(board).toMatchObject({ name: 'Set aside', works: [away] });
  expect((await ask(page, 'gallery.facets', undefined)).total).toBe(total);
  await app.close();

  const again = await openStudio();
  const { proposals: left, settled } = await ask(again.page, 'retire.proposals', undefined);
  expect(settled).toBe(2);
  expect(left.map(({ id }) => id)).not.toEqual(expect.arrayContaining([kept]));
  await goTo(again.page, 'suggestions');
  await again.page.getByTestId('open-retire').click();
  await again.page.getByTestId('retire-again').click();
  await expect(again.page.getByTestId('retirement')).toHaveCount(all);
});
