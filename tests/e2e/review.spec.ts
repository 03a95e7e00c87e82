import type { Page } from '@playwright/test';
import { ask } from './support/ask';
import { sampleFiles } from './support/samples';
import { expect, test } from './support/test';
import { teachTwoStyles } from './support/verbs';
import { goTo, works } from './support/views';

async function openReview(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await page.getByTestId('review-open').click();
  await expect(page.getByTestId('review-picture')).toHaveClass(/shown/);
}

/** The work that is asked about now. */
async function asked(page: Page): Promise<number> {
  return Number(await page.getByTestId('review-picture').getAttribute('data-id'));
}

/** Waits until another work is asked about. */
async function nextAfter(page: Page, id: number): Promise<number> {
  const picture = page.getByTestId('review-picture');
  await expect(picture).not.toHaveAttribute('data-id', String(id));
  return asked(page);
}

const ownLabels = async (page: Page, id: number): Promise<string[]> =>
  (await ask(page, 'style.of', { id })).own;

test('proposals are accepted, changed, skipped and taken back by single keys, and what was said lasts', async ({
  openSamples,
  openStudio,
  keepScreenshot,
}) => {
  const { app, page } = await openSamples();
  await teachTwoStyles(page);
  await openReview(page);
  const open = (await sampleFiles()).length - 4;
  const progress = page.getByTestId('review-progress');
  await expect(progress).toContainText(`0 of ${open}`);
  await expect(page.getByTestId('review-evidence').getByRole('listitem')).toHaveCount(4);
  await keepScreenshot(page, 'review');

  const accepted = await asked(page);
  const proposed = await page.getByTestId('review-label').innerText();
  await page.keyboard.press('Enter');
  const skipped = await nextAfter(page, accepted);
  await expect.poll(() => ownLabels(page, accepted)).toEqual([proposed]);
  await expect(progress).toContainText(`1 of ${open}`);

  await page.keyboard.press('s');
  const changed = await nextAfter(page, skipped);
  await expect(progress).toContainText(`2 of ${open}`);
  await page.keyboard.press('c');
  await page.getByTestId('review-other').fill('woodcut');
  await page.getByTestId('review-other').press('Enter');
  const takenBack = await nextAfter(page, changed);
  await expect.poll(() => ownLabels(page, changed)).toEqual(['woodcut']);

  await page.keyboard.press('a');
  await nextAfter(page, takenBack);
  await expect.poll(() => ownLabels(page, takenBack)).toHaveLength(1);
  await page.keyboard.press('z');
  await expect(page.getByTestId('review-picture')).toHaveAttribute('data-id', String(takenBack));
  await expect.poll(() => ownLabels(page, takenBack)).toEqual([]);
  await expect(progress).toContainText(`3 of ${open}`);

  // Skipped works are not asked about again while the application is open.
  const except = [accepted, changed, skipped];
  const queue = await ask(page, 'review.proposals', { limit: 200, except: [skipped] });
  expect(queue.proposals.map(({ id }) => id).filter((id) => except.includes(id))).toEqual([]);
  await app.close();

  const again = await openStudio();
  await expect(works(again.page).first()).toBeVisible();
  expect(await ownLabels(again.page, accepted)).toEqual([proposed]);
  expect(await ownLabels(again.page, changed)).toEqual(['woodcut']);
  expect(await ownLabels(again.page, skipped)).toEqual([]);
  await openReview(again.page);
  await expect(again.page.getByTestId('review-progress')).toContainText(`0 of ${open - 2}`);
});

test('what was learnt says how sure its accuracy is, and every cell of the confusion shows its works', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await teachTwoStyles(page);
  await goTo(page, 'settings');
  await expect(page.getByTestId('styles-interval')).toContainText(/of 4 right/);
  await expect(page.getByTestId('styles-lacking')).toContainText('pixel art: 7 more');
  await page.getByTestId('styles-verdict').scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'styles-standing');
  const cell = page.getByTestId('confusion-cell').first();
  const count = Number(await cell.innerText());
  await cell.click();
  await expect(page.getByTestId('work-count')).toHaveText(new RegExp(`^${count}\\D`));
});

test('no label of a person is replaced by a proposal', async ({ openSamples }) => {
  const { page } = await openSamples();
  await teachTwoStyles(page);
  const { labels } = await ask(page, 'style.learnt', undefined);
  const id = labels[0]?.examples[0] ?? 0;
  const before = await ownLabels(page, id);
  expect(await ask(page, 'review.accept', { id, label: 'woodcut' })).toEqual({ kept: false });
  expect(await ownLabels(page, id)).toEqual(before);
});
