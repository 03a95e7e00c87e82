import { ask } from './support/ask';
import { expect, test } from './support/test';
import { goTo } from './support/views';

test('the suggestions are put to the test on what is liked, and say so when they cannot be', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await goTo(page, 'suggestions');
  await page.getByTestId('open-proof').click();
  await expect(page.getByTestId('proof-unknown')).toContainText('with 10 more');
  await keepScreenshot(page, 'proof-unknown');
  await page.getByTestId('back').click();

  const idsOf = async (text: string): Promise<number[]> => {
    const { ids } = await ask(page, 'gallery.query', { text });
    return Object.values(ids as unknown as Record<string, number>);
  };
  const liked = [
    ...(await idsOf('Mist Studies')).slice(0, 6),
    ...(await idsOf('Hard Pixels')).slice(0, 6),
  ];
  for (const id of liked) await ask(page, 'suggestions.react', { id, reaction: 'like' });

  await page.getByTestId('open-proof').click();
  await expect(page.getByTestId('proof-sentence')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByTestId('proof-text')).toContainText(`${liked.length} works you like`);
  const recall = page.getByTestId('proof-recall').getByTestId('proof-row');
  await expect(recall).toHaveCount(3);
  await expect(recall.first()).toContainText(/\d+ ?% \(\d+ ?%–\d+ ?%\)/);
  const verdict = page.locator('[data-testid=proof-verdict][data-method=random]');
  await expect(verdict).toHaveAttribute('data-verdict', 'better');
  await keepScreenshot(page, 'proof');
});
