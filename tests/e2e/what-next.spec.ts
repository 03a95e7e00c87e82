import { ask } from './support/ask';
import { expect, test } from './support/test';
import { goTo } from './support/views';

const LOVED = [
  'Slow River, June',
  'Bright Shoal',
  'Carnival Tide',
  'Sun Wheel',
  'Fjord, Last Light',
  'Slate Moon',
];

test('what next says what it lacks, and then names regions beside what is loved with works to begin from', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await goTo(page, 'suggestions');
  await page.getByTestId('open-next').click();
  await expect(page.getByTestId('next-needs')).toContainText('3 more works');

  for (const text of LOVED) {
    const { ids } = await ask(page, 'gallery.query', { text });
    await ask(page, 'artworks.favourite', { ids: [ids[0] ?? 0], favourite: true });
  }
  await page.keyboard.press('Escape');
  await page.getByTestId('open-next').click();
  const directions = page.getByTestId('direction');
  await expect(directions.first()).toBeVisible();
  await expect(page.getByTestId('next')).toContainText(`Learnt from ${LOVED.length} works`);
  const style = directions.and(page.locator('[data-kind="style"]')).first();
  await expect(style).toContainText(/\d+ works? so far; an even share would be \d+/);
  await expect(style.getByRole('listitem').first()).toBeVisible();
  await keepScreenshot(page, 'what-next');
});
