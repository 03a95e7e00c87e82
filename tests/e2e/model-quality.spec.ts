import type { Page } from '@playwright/test';
import type { ArtworkId } from '../../src-main/contract';
import { ask } from './support/ask';
import { expect, test } from './support/test';
import { goTo, works } from './support/views';

/** Opens the page from the settings, as a user finds it. */
async function openQuality(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await page.getByTestId('settings-search').fill('accuracy');
  await page.getByTestId('quality-open').click();
}

/** Labels the first works of the gallery with words: so many with each. */
async function labelWorks(page: Page, words: Readonly<Record<string, number>>): Promise<void> {
  const { ids } = await ask(page, 'gallery.query', {});
  const waiting: ArtworkId[] = [...ids];
  for (const [label, count] of Object.entries(words))
    await ask(page, 'style.label', { ids: waiting.splice(0, count), label, on: true });
}

test('says how many labels are lacking before there is anything to say', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await openQuality(page);
  const few = page.getByTestId('quality-few');
  await expect(few).toContainText('None of your works bears a movement');
  await expect(few).toContainText('label 30 more');
  await keepScreenshot(page, 'quality-empty');

  await labelWorks(page, { Impressionist: 12 });
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('settings')).toBeVisible();
  await page.getByTestId('quality-open').click();
  await expect(few).toContainText('label 18 more');
  await expect(page.getByTestId('quality-naming')).toHaveCount(0);
  await expect(page.getByTestId('quality-labels')).toContainText('the movement Impressionism');
});

test('tells the figures with their intervals, and a cell of the confusion leads to its works', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await labelWorks(page, { Impressionism: 20, 表现主义: 16, 'pixel art': 12 });
  await openQuality(page);
  const view = page.getByTestId('quality');
  await expect(view.getByTestId('quality-sentence')).toHaveText(
    /^Its first answer is right for \d+ of 36 works: \d+%\.$/,
  );
  await expect(view.getByTestId('quality-text')).toContainText(/between \d+% and \d+%/);
  const first = view.locator('[data-figure="top1"]');
  await expect(first).toContainText(/\d+%.*\d+% to \d+%/s);
  await expect(view.locator('[data-figure="outOfSetRefused"]')).toBeVisible();
  await expect(view.locator('[data-figure="at40"]')).toBeVisible();
  await expect(view.getByTestId('reliability-bin').first()).toBeVisible();
  await expect(view.getByTestId('quality-labels')).toContainText('the movement Expressionism');
  await keepScreenshot(page, 'quality');

  const cell = view.getByTestId('confusion-cell').first();
  const count = Number(await cell.textContent());
  await cell.click();
  await expect(page.getByTestId('work-count')).toHaveText(new RegExp(`^${count}\\D`));
  await expect(works(page).first()).toBeVisible();
});

test('a measurement shows how far it is, and can be given up and begun again', async ({
  openSamples,
}) => {
  const { page } = await openSamples();
  await labelWorks(page, { baroque: 40, 'my own': 40 });
  // The figures of these few works stand before anybody could press a button: the button waits for the page.
  const pressed = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const seen = (): void => {
          const bar = document.querySelector(
            '[data-testid="quality-measuring"] [role=progressbar]',
          );
          const button = document.querySelector<HTMLElement>('[data-testid="quality-stop"]');
          if (!bar || !button || Number(bar.getAttribute('aria-valuenow')) === 0) return;
          watcher.disconnect();
          button.click();
          resolve(bar.getAttribute('aria-valuetext') ?? '');
        };
        const watcher = new MutationObserver(seen);
        watcher.observe(document.body, { subtree: true, childList: true, attributes: true });
      }),
  );
  await openQuality(page);
  expect(await pressed).toMatch(/^[\d,]+ of [\d,]+ steps$/);
  await page.getByTestId('quality-again').click();
  await expect(page.getByTestId('quality-sentence')).toContainText('of 40 works');
});
