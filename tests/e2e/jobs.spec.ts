import { join } from 'node:path';
import { ask } from './support/ask';
import { writePictures } from './support/pictures';
import { expect, test } from './support/test';
import { addFolder, scanAgain } from './support/verbs';
import { filesDone, goTo, jobs, seeWholeGallery, works } from './support/views';

const COUNT = 160;

test('reading a folder can be paused, and goes on where it was', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await writePictures(folder, COUNT);
  const studio = await openStudio();
  const { page } = studio;
  await addFolder(studio, folder);
  await expect.poll(() => filesDone(page)).toBeGreaterThan(0);
  await page.getByTestId('job-pause').click();
  await expect(jobs(page)).toContainText('Paused');

  // What is there already can be worked with.
  await works(page).first().dblclick();
  await expect(page.getByTestId('trait').first()).toBeVisible();
  await page.getByTestId('back').click();
  await expect(jobs(page)).toContainText('Paused');
  expect((await ask(page, 'gallery.facets', undefined)).total).toBeLessThan(COUNT);

  await page.getByTestId('job-resume').click();
  await seeWholeGallery(page, COUNT);
});

test('reading can be cancelled; what was read stays, and a scan reads the rest', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await writePictures(folder, COUNT);
  const studio = await openStudio();
  const { page } = studio;
  await addFolder(studio, folder);
  await expect(works(page).first()).toBeVisible();
  await page.getByTestId('job-cancel').click();
  await expect(jobs(page)).toHaveCount(0);
  const { total } = await ask(page, 'gallery.facets', undefined);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(COUNT);

  await scanAgain(page);
  await goTo(page, 'gallery');
  await seeWholeGallery(page, COUNT);
});

test('a studio that is closed while it reads goes on when it is opened again', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await writePictures(folder, COUNT);
  const first = await openStudio();
  await addFolder(first, folder);
  await expect(works(first.page).first()).toBeVisible();
  await first.app.close();

  const { page } = await openStudio();
  await seeWholeGallery(page, COUNT);
  expect(await ask(page, 'files.failed', {})).toEqual([]);
});

test('a work that is changed on the disk is measured again and stays the same work', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await writePictures(folder, 3);
  const { page } = await openStudio({ args: [`--folder=${folder}`] });
  await seeWholeGallery(page, 3);
  const before = await ask(page, 'gallery.cards', {
    ids: [...(await ask(page, 'gallery.query', { text: 'study 001' })).ids],
  });
  await works(page).first().waitFor();
  await ask(page, 'artworks.rate', { ids: before.map(({ id }) => id), rating: 5 });

  await writePictures(folder, 1, 800);
  await scanAgain(page);
  const after = await ask(page, 'gallery.cards', {
    ids: [...(await ask(page, 'gallery.query', { text: 'study 001' })).ids],
  });
  expect(after).toEqual([expect.objectContaining({ id: before[0]?.id, width: 800, rating: 5 })]);
  expect(after[0]?.hash).not.toBe(before[0]?.hash);
});
