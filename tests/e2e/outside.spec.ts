import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drag, drop } from './support/drag';
import { picture } from './support/pictures';
import { expectAxesToReorder, expectReasons } from './support/similar';
import { expect, test } from './support/test';
import { goTo, openWork, seeWholeGallery } from './support/views';
import { sampleFiles } from './support/samples';

/** What the window says while a single picture is held over it. */
const LIKE_IT = 'or a picture, to find works like it';

test('a picture that is dropped from outside finds works like it, by the axes that count', async ({
  openSamples,
  userData,
  keepScreenshot,
}) => {
  const path = join(userData, 'postcard.jpg');
  await writeFile(path, await picture(7));
  const { page } = await openSamples();
  await goTo(page, 'gallery');
  await drop(page, path, LIKE_IT);

  const outside = page.getByTestId('outside');
  await expect(outside.getByRole('heading', { name: 'postcard.jpg' })).toBeVisible();
  const hits = page.getByTestId('outside-hit');
  await expectReasons(hits, 24);
  await expect(hits.first().locator('img.shown')).toBeVisible();
  await keepScreenshot(page, 'outside');

  await expectAxesToReorder(outside, hits);

  await hits.first().getByRole('button').click();
  await expect(page.getByTestId('artwork')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(hits).toHaveCount(24);
  await page.getByTestId('back').click();
  await seeWholeGallery(page, (await sampleFiles()).length);
});

test('a file that is no picture is declined in words, and another may be chosen', async ({
  openSamples,
  userData,
}) => {
  const letter = join(userData, 'letter.jpg');
  await writeFile(letter, 'Dear painter');
  const { page } = await openSamples();
  await goTo(page, 'gallery');
  await drop(page, letter, LIKE_IT);
  const refusal = page.getByTestId('outside').getByRole('alert');
  await expect(refusal).toContainText('The file holds no picture');
  await expect(refusal).toContainText('Choose or drop another picture.');

  const path = join(userData, 'postcard.jpg');
  await writeFile(path, await picture(7));
  await page.getByTestId('outside-file').setInputFiles(path);
  await expect(page.getByTestId('outside-hit').first()).toBeVisible();
});

test('a file that is let go of just as it reaches another part of the window is taken too', async ({
  openSamples,
  userData,
}) => {
  const path = join(userData, 'postcard.jpg');
  await writeFile(path, await picture(7));
  const { page } = await openSamples();
  await goTo(page, 'gallery');
  const rail = await page.getByTestId('nav-settings').boundingBox();
  await drag(page, path, ['dragEnter', 'dragOver']);
  await drag(page, path, ['drop'], { x: rail!.x + 5, y: rail!.y + 5 });
  await expect(page.getByTestId('outside-hit').first()).toBeVisible();
});

test('a picture that is copied and pasted finds works like it', async ({
  openSamples,
  userData,
  keepScreenshot,
}) => {
  const path = join(userData, 'postcard.jpg');
  await writeFile(path, await picture(7));
  const { app, page } = await openSamples();
  await goTo(page, 'gallery');
  await drop(page, path, LIKE_IT);
  // What lies in the clipboard then is a picture without a file.
  const box = await page.getByTestId('outside-picture').boundingBox();
  await app.evaluate(
    ({ BrowserWindow }, { x, y }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.copyImageAt(Math.round(x), Math.round(y)),
    { x: box!.x + box!.width / 2, y: box!.y + box!.height / 2 },
  );
  await goTo(page, 'gallery');
  await page.keyboard.press('ControlOrMeta+V');
  const outside = page.getByTestId('outside');
  await expect(outside.getByRole('heading', { name: 'Pasted picture' })).toBeVisible();
  await expect(outside).toContainText('512 × 384');
  await expect(page.getByTestId('outside-hit')).toHaveCount(24);
  await keepScreenshot(page, 'outside-pasted');
  await expectAxesToReorder(outside, page.getByTestId('outside-hit'));

  // Text goes into a field as ever.
  await app.evaluate(({ clipboard }) => clipboard.writeText('Fjord'));
  await goTo(page, 'gallery');
  await page.getByTestId('search').click();
  await page.keyboard.press('Control+V');
  await expect(page.getByTestId('search')).toHaveValue('Fjord');
});

test('a heat map shows where in a work the evidence for its style lies', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await openWork(page, 'Fjord, Last Light');
  await expect(page.getByTestId('trait').first()).toBeVisible();
  await page.keyboard.press('v');
  const map = page.getByTestId('evidence-map');
  await expect(map).toBeVisible();
  await expect(page.getByTestId('overlay-legend')).toContainText(/Why this style.*\d+ ?%/);
  const colours = await map.evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
    return new Set(Array.from({ length: data.length / 4 }, (_, i) => data[4 * i])).size;
  });
  expect(colours).toBeGreaterThan(5);
  await keepScreenshot(page, 'evidence');

  await page.keyboard.press('v');
  await expect(map).toHaveCount(0);
});
