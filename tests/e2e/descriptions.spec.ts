import type { Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import { repositoryRoot } from '../../scripts/runtime/places.mjs';
import { writeTinyPair } from '../engine/inference/support/tiny-pair';
import { ask } from './support/ask';
import { writePictures } from './support/pictures';
import { expect, test } from './support/test';
import { seeWholeGallery, works } from './support/views';

/** Pictures of one colour, among others of many. */
const PLANTED = { 'poppies.png': '#e01420', 'dusk.png': '#1420d8' };

async function writeLibrary(folder: string): Promise<number> {
  const others = await writePictures(folder, 10);
  for (const [name, background] of Object.entries(PLANTED))
    await sharp({ create: { width: 400, height: 300, channels: 3, background } })
      .png()
      .toFile(join(folder, name));
  return others.length + Object.keys(PLANTED).length;
}

/** Makes a pack of an exported pair as a user does, by the command line. */
async function makePack(folder: string): Promise<string> {
  const pack = join(folder, 'pack');
  await promisify(execFile)(process.execPath, [
    join(repositoryRoot, 'scripts', 'oeuvre.mjs'),
    'pack',
    ...['--from', await writeTinyPair(join(folder, 'export'))],
    ...['--out', pack],
    ...['--licence', 'MIT', '--name', 'Colour words'],
  ]);
  return pack;
}

const firstTitle = (page: Page): Promise<string | null> =>
  works(page).first().getAttribute('aria-label');

test('with a model that reads words, works are found by what they show; without one nothing of it is there', async ({
  openStudio,
  userData,
  keepScreenshot,
}) => {
  const pictures = join(userData, 'pictures');
  await mkdir(pictures);
  const count = await writeLibrary(pictures);
  const pack = await makePack(join(userData, 'made'));
  const { page } = await openStudio({ args: ['--folder', pictures] });
  await seeWholeGallery(page, count);
  const search = page.getByTestId('search');
  const describe = page.getByTestId('describe');
  await expect(describe).toHaveCount(0);

  const { key } = await ask(page, 'models.add', { path: pack });
  await expect(describe).toHaveCount(0);
  await ask(page, 'models.use', { key });
  await expect(describe).toBeVisible();
  await seeWholeGallery(page, count);

  await describe.click();
  await expect(search).toHaveAttribute('placeholder', 'Describe what you look for');
  await search.fill('red');
  await expect.poll(() => firstTitle(page)).toBe('poppies');
  await expect(page.getByTestId('described')).toContainText('Most like “red” first.');
  await expect(page.getByTestId('described')).toContainText('Colour words');
  await expect(page.getByTestId('work-count')).toHaveText(new RegExp(`^${count}\\D`));
  await keepScreenshot(page, 'described');
  await search.fill('blue');
  await expect.poll(() => firstTitle(page)).toBe('dusk');

  // The words stay, and mean a title again.
  await describe.click();
  await expect(search).toHaveValue('blue');
  await expect(page.getByTestId('nothing-matches')).toBeVisible();
  await search.fill('poppies');
  await expect(page.getByTestId('work-count')).toHaveText(/^1\D/);

  await describe.click();
  await ask(page, 'models.remove', { key });
  await expect(describe).toHaveCount(0);
  await expect(search).toHaveValue('');
  await expect(page.getByTestId('described')).toHaveCount(0);
  await expect(page.getByTestId('work-count')).toHaveText(new RegExp(`^${count}\\D`));
});
