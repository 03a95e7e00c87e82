import type { Page } from '@playwright/test';
import { ask } from './support/ask';
import { expect, test } from './support/test';
import { goTo } from './support/views';

/** Ids of the works whose file lies in a folder of this name: every series of the samples is one. */
async function series(page: Page, name: string): Promise<number[]> {
  const { ids } = await ask(page, 'gallery.query', { text: name });
  return Object.values(ids as unknown as Record<string, number>);
}

async function like(page: Page, ids: readonly number[]): Promise<void> {
  for (const id of ids) await ask(page, 'suggestions.react', { id, reaction: 'like' });
}

async function openTaste(page: Page): Promise<void> {
  await goTo(page, 'suggestions');
  await page.getByTestId('open-taste').click();
}

test('the taste page says what is liked, how sure that is, and what would make it surer', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await openTaste(page);
  await expect(page.getByTestId('taste-empty')).toBeVisible();

  const liked = (await series(page, 'Mist Studies')).slice(0, 6);
  await like(page, liked);
  await expect(page.getByTestId('taste-sentence')).toBeVisible();
  await expect(page.getByTestId('taste-text')).toContainText(`${liked.length} liked works`);
  await expect(
    page.getByTestId('liked-palette').first().getByTestId('swatch').first(),
  ).toBeVisible();
  await expect(page.getByTestId('liked-style').first()).toContainText('% of what is liked');
  await expect(page.getByTestId('taste-certainty')).toContainText('picks the liked one');
  const passes = page.locator('[data-testid=taste-advice][data-kind=more-passes]');
  await expect(passes).toContainText('5 works');

  const traits = page.getByTestId('leaning');
  await expect(traits).toHaveCount(6);
  const { traits: measured } = await ask(page, 'taste.of', {});
  const strongest = measured[0];
  await expect(traits.first()).toHaveAttribute('data-trait', strongest?.id ?? '');
  await expect(traits.first()).toHaveAttribute('data-sure', String(strongest?.isSure));
  await keepScreenshot(page, 'taste');
});

test('two profiles are laid side by side, with works that both would like', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  const [mist, pixels] = [await series(page, 'Mist Studies'), await series(page, 'Hard Pixels')];
  await like(page, mist.slice(0, 5));
  const client = await ask(page, 'profiles.create', { name: 'Gallery North' });
  await ask(page, 'profiles.choose', { id: client.id });
  await like(page, pixels.slice(0, 5));
  await ask(page, 'profiles.choose', { id: 1 });

  await openTaste(page);
  await page.getByTestId('taste-compare').click();
  await page.getByRole('menuitem', { name: 'Gallery North' }).click();
  await expect(page.getByTestId('taste-sentence')).toContainText('Gallery North');
  await expect(page.getByTestId('parting').first()).toContainText('You: ');
  await expect(page.getByTestId('taste-both')).toBeVisible();
  await expect(page.getByTestId('taste-apart')).toContainText('Gallery North rather than you');
  const { onlyB, forBoth } = await ask(page, 'taste.compare', { a: 1, b: client.id });
  expect(onlyB.every((id) => !mist.includes(id))).toBe(true);
  expect(forBoth.filter((id) => mist.slice(0, 5).includes(id) && pixels.includes(id))).toEqual([]);
  await keepScreenshot(page, 'two-tastes');

  await page.getByTestId('taste-compare').click();
  await page.getByRole('menuitem', { name: 'Alone again' }).click();
  await expect(page.getByTestId('taste-certainty')).toBeVisible();
});
