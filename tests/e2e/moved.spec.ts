import type { Page } from '@playwright/test';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { ask } from './support/ask';
import { writePictures } from './support/pictures';
import { expect, test } from './support/test';
import { choose, label, putOnNewBoard, scanAgain } from './support/verbs';
import { goTo, openWork, seeWholeGallery } from './support/views';

const COUNT = 6;

/** Says something of every kind about the first two studies. */
async function sayEverything(page: Page): Promise<void> {
  await label(page, ['study 001', 'study 002'], 'harbour');
  await choose(page, ['study 001', 'study 002']);
  await page.keyboard.press('4');
  await page.keyboard.press('f');
  await putOnNewBoard(page, 'North wall');
}

/** The two works, whatever their files are called by now, have kept all that was said of them. */
async function expectEverythingKept(page: Page, titles: readonly [string, string]): Promise<void> {
  await goTo(page, 'gallery');
  await page.getByTestId('search').fill('');
  await seeWholeGallery(page, COUNT);
  for (const title of titles) {
    await openWork(page, title);
    await expect(page.getByTestId('favourite')).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('button', { name: '4 of 5 stars' })).toHaveAttribute(
      'aria-pressed',
      'true',
    );
    await expect(page.getByTestId('own-labels')).toContainText('harbour');
  }
  await goTo(page, 'boards');
  await page.getByTestId('board').filter({ hasText: 'North wall' }).click();
  await expect(page.getByTestId('board-work')).toHaveCount(2);
  for (const title of titles)
    await expect(page.getByTestId('board-work').getByRole('button', { name: title })).toBeVisible();
}

test('files renamed and moved while the studio is closed keep what was said of them', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await writePictures(folder, COUNT);
  const first = await openStudio({ args: [`--folder=${folder}`] });
  await seeWholeGallery(first.page, COUNT);
  await sayEverything(first.page);
  await first.app.close();

  await mkdir(join(folder, 'harbours', 'north'), { recursive: true });
  await rename(join(folder, 'study 001.jpg'), join(folder, 'Quay at six.jpg'));
  await rename(join(folder, 'study 002.jpg'), join(folder, 'harbours', 'north', 'study 002.jpg'));

  const { page } = await openStudio();
  await expectEverythingKept(page, ['Quay at six', 'study 002']);
});

test('the same while it is open, after a scan', async ({ openStudio, userData }) => {
  const folder = join(userData, 'works');
  await writePictures(folder, COUNT);
  const { page } = await openStudio({ args: [`--folder=${folder}`] });
  await seeWholeGallery(page, COUNT);
  await sayEverything(page);

  await rename(join(folder, 'study 001.jpg'), join(folder, '晨曦码头.jpg'));
  await mkdir(join(folder, 'moved'));
  await rename(join(folder, 'study 002.jpg'), join(folder, 'moved', 'Mole, evening.jpg'));
  await scanAgain(page);
  await expectEverythingKept(page, ['晨曦码头', 'Mole, evening']);
});

test('a whole folder that is renamed inside the library keeps everything', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await writePictures(join(folder, 'spring'), COUNT);
  const { page } = await openStudio({ args: [`--folder=${folder}`] });
  await seeWholeGallery(page, COUNT);
  await sayEverything(page);

  await rename(join(folder, 'spring'), join(folder, 'Spring 2026'));
  await scanAgain(page);
  await expectEverythingKept(page, ['study 001', 'study 002']);
});

test('files that move from one folder of the library to another keep everything', async ({
  openStudio,
  userData,
}) => {
  const [from, to] = [join(userData, 'desk'), join(userData, 'archive')];
  await writePictures(from, COUNT);
  await mkdir(to);
  const { page } = await openStudio({ args: [`--folder=${from}`, `--folder=${to}`] });
  await seeWholeGallery(page, COUNT);
  await sayEverything(page);

  for (const name of ['study 001.jpg', 'study 002.jpg'])
    await rename(join(from, name), join(to, name));
  await scanAgain(page);
  await expectEverythingKept(page, ['study 001', 'study 002']);
});

test('works whose files are away stay, marked, and come back whole', async ({
  openStudio,
  userData,
}) => {
  const [folder, away] = [join(userData, 'works'), join(userData, 'away')];
  await writePictures(folder, COUNT);
  const { page } = await openStudio({ args: [`--folder=${folder}`] });
  await seeWholeGallery(page, COUNT);
  await sayEverything(page);

  await rename(folder, away);
  await scanAgain(page);
  await expect(page.getByTestId('folder')).toContainText('Not connected');
  await rename(away, folder);
  await scanAgain(page);
  await expect(page.getByTestId('folder')).toContainText(`${COUNT} works`);
  await expectEverythingKept(page, ['study 001', 'study 002']);
});

test('a copy is the same work, not a second one', async ({ openStudio, userData }) => {
  const folder = join(userData, 'works');
  await writePictures(folder, COUNT);
  const { page } = await openStudio({ args: [`--folder=${folder}`] });
  await seeWholeGallery(page, COUNT);
  await copyFile(join(folder, 'study 001.jpg'), join(folder, 'study 001 copy.jpg'));
  await scanAgain(page);
  expect((await ask(page, 'gallery.facets', undefined)).total).toBe(COUNT);
});
