import type { Page } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask } from './support/ask';
import { answerSaveDialog } from './support/dialogs';
import { expect, test } from './support/test';
import { teachTwoStyles } from './support/verbs';
import { goTo, notice } from './support/views';

async function importFile(page: Page, path: string): Promise<void> {
  await goTo(page, 'settings');
  await page.getByTestId('style-file').setInputFiles(path);
}

test('a learnt style leaves one library as a small file and proposes in another, where a person decides', async ({
  openSamples,
  userData,
  keepScreenshot,
}) => {
  const path = join(userData, 'Light.oeuvre-style');
  const first = await openSamples();
  await teachTwoStyles(first.page);
  await goTo(first.page, 'settings');
  await answerSaveDialog(first.app, path);
  await first.page.getByTestId('styles-export').click();
  await expect(first.page.getByTestId('export-save')).toBeDisabled();
  await first.page.getByTestId('export-name').fill('Light');
  await expect(first.page.getByTestId('export-label')).toHaveCount(2);
  await keepScreenshot(first.page, 'style-export');
  await first.page.getByTestId('export-save').click();
  await expect(notice(first.page, path)).toBeVisible();
  const text = await readFile(path, 'utf8');
  expect(text.length).toBeLessThan(30_000);
  await first.app.close();

  // The same works, as if nobody had ever said a word about them.
  const { page } = await openSamples();
  await importFile(page, path);
  await expect(notice(page, '“Light” was imported')).toBeVisible();
  const row = page.getByTestId('imported-row');
  await expect(row).toContainText('long exposure, pixel art; learnt from 4 works');
  await row.scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'style-imported');
  expect((await ask(page, 'style.learnt', undefined)).labels).toEqual([]);

  await row.getByTestId('imported-review').click();
  await expect(page.getByTestId('review-picture')).toHaveClass(/shown/);
  await expect(page.getByRole('heading', { name: 'Proposals of “Light”' })).toBeVisible();
  await expect(page.getByTestId('review-elsewhere')).toBeVisible();
  await keepScreenshot(page, 'style-proposals');
  const id = Number(await page.getByTestId('review-picture').getAttribute('data-id'));
  const proposed = await page.getByTestId('review-label').innerText();
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await ask(page, 'style.of', { id })).own).toEqual([proposed]);

  await page.keyboard.press('Escape');
  await row.getByTestId('imported-remove').click();
  await expect(row).toHaveCount(0);
  await notice(page, '“Light” was removed').getByRole('button', { name: 'Undo' }).click();
  await expect(row).toHaveCount(1);
  // What was accepted is the person's own, whatever becomes of the file.
  await row.getByTestId('imported-remove').click();
  await expect(row).toHaveCount(0);
  expect((await ask(page, 'style.of', { id })).own).toEqual([proposed]);
});

test('a style of another model, and a damaged file, are declined with what to do', async ({
  openSamples,
  userData,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await teachTwoStyles(page);
  const { content } = await ask(page, 'styles.export', { teaches: 'labels', name: 'Light' });
  const foreign = join(userData, 'foreign.oeuvre-style');
  const file = JSON.parse(content) as { model: { name: string; sha256: string } };
  file.model = { ...file.model, name: 'A stronger eye', sha256: 'f'.repeat(64) };
  await writeFile(foreign, JSON.stringify(file));
  await importFile(page, foreign);
  const refusal = page.getByTestId('style-refusal');
  await expect(refusal).toContainText('learnt on A stronger eye');
  await expect(refusal).toContainText('Add the model A stronger eye');
  await refusal.scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'style-refused');

  const cut = join(userData, 'cut.oeuvre-style');
  await writeFile(cut, content.slice(0, 3000));
  await importFile(page, cut);
  await expect(notice(page, 'The file is no learnt style, or it is damaged.')).toContainText(
    'Ask for it again',
  );
  await expect(page.getByTestId('imported-row')).toHaveCount(0);
});
