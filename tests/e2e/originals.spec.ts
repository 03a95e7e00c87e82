import type { Page } from '@playwright/test';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { answerSaveDialog } from './support/dialogs';
import { nextEngine } from './support/engine-process';
import { fingerprint } from './support/fingerprint';
import { sampleFiles, SAMPLES } from './support/samples';
import { expect, test } from './support/test';
import { addFolder, choose, label, putOnNewBoard, scanAgain } from './support/verbs';
import { filesDone, goTo, jobs, notice, openWork, seeWholeGallery } from './support/views';

async function pauseAndGoOn(page: Page): Promise<void> {
  await expect.poll(() => filesDone(page)).toBeGreaterThan(0);
  await page.getByTestId('job-pause').click();
  await expect(jobs(page)).toHaveAttribute('data-state', 'paused');
  await page.getByTestId('job-resume').click();
  await expect(jobs(page)).toHaveAttribute('data-state', 'running');
}

async function lookCloselyAt(page: Page, title: string): Promise<void> {
  await openWork(page, title);
  const picture = page.getByTestId('picture');
  await expect(picture).toHaveClass(/shown/);
  for (let times = 0; times < 4; times++) await page.keyboard.press('+');
  // From here on the file itself is shown instead of its preview.
  await expect(picture).toHaveAttribute('src', /\/original\?/);
  await expect(picture).toHaveClass(/shown/);
}

test('whatever is done to works, their files stay as they were, to the byte and the second', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await cp(SAMPLES, folder, { recursive: true, preserveTimestamps: true });
  const before = await fingerprint(folder);
  const count = (await sampleFiles()).length;
  expect(Object.keys(before).length).toBeGreaterThanOrEqual(count);

  const studio = await openStudio();
  const { app, page } = studio;
  await addFolder(studio, folder);
  await pauseAndGoOn(page);
  process.kill(await nextEngine(app), 'SIGKILL');
  await seeWholeGallery(page, count);

  await label(page, ['Polaris', 'Ring Road'], 'long exposure');
  await label(page, ['Pine Pass', 'Keeper'], 'pixel art');
  await choose(page, ['Red Mesa', 'Slate Moon']);
  await page.keyboard.press('5');
  await page.keyboard.press('f');
  await putOnNewBoard(page, 'Corridor');
  await lookCloselyAt(page, 'Red Mesa');
  await goTo(page, 'map');
  await expect(page.getByTestId('map')).toBeVisible({ timeout: 60_000 });
  await goTo(page, 'suggestions');
  await page.getByTestId('suggestion').first().getByTestId('dismiss').click();
  await goTo(page, 'portfolio');
  await answerSaveDialog(app, join(userData, 'report.html'));
  await page.getByTestId('export').click();
  await page.getByRole('menuitem', { name: 'Printable report' }).click();
  await expect(notice(page, 'Saved as')).toBeVisible();
  await scanAgain(page);
  await page.getByTestId('remove-folder').click();
  await page.getByTestId('confirm-remove').click();
  await expect(page.getByTestId('folder')).toHaveCount(0);
  await app.close();

  expect(await fingerprint(folder)).toEqual(before);
});

test('the sample portfolio itself stays as it came', async ({ openStudio }) => {
  const before = await fingerprint(SAMPLES);
  const { app, page } = await openStudio({ args: ['--sample'] });
  await seeWholeGallery(page, (await sampleFiles()).length);
  await app.close();
  expect(await fingerprint(SAMPLES)).toEqual(before);
});
