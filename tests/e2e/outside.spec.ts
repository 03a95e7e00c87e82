import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { picture } from './support/pictures';
import { expect, test } from './support/test';
import { goTo, openWork, seeWholeGallery } from './support/views';
import { sampleFiles } from './support/samples';

/** Drops a file from the desktop on the window. */
async function drop(page: Page, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await devtools.send('Input.dispatchDragEvent', { type, x: 600, y: 400, data });
  await devtools.detach();
}

const order = (page: Page): Promise<string[]> =>
  page
    .getByTestId('outside-hit')
    .evaluateAll((hits) => hits.map((hit) => hit.getAttribute('data-id') ?? ''));

async function weigh(page: Page, axis: string, value: number): Promise<void> {
  await page
    .getByTestId('outside')
    .getByTestId(`axis-${axis}`)
    .getByRole('slider')
    .fill(`${value}`);
}

test('a picture that is dropped from outside finds works like it, by the axes that count', async ({
  openSamples,
  userData,
  keepScreenshot,
}) => {
  const path = join(userData, 'postcard.jpg');
  await writeFile(path, await picture(7));
  const { page } = await openSamples();
  await goTo(page, 'gallery');
  await drop(page, path);

  const outside = page.getByTestId('outside');
  await expect(outside.getByRole('heading', { name: 'postcard.jpg' })).toBeVisible();
  const hits = page.getByTestId('outside-hit');
  await expect(hits).toHaveCount(24);
  await expect(hits.first()).toContainText(/Style.*\d+ ?%.*Subject.*\d+ ?%.*Palette.*\d+ ?%/s);
  await expect(hits.first()).toContainText(/Alike in|Nearest in/);
  await expect(hits.first().locator('img.shown')).toBeVisible();
  await keepScreenshot(page, 'outside');

  const before = await order(page);
  await weigh(page, 'style', 0);
  await weigh(page, 'subject', 0);
  await weigh(page, 'palette', 100);
  await expect.poll(() => order(page)).not.toEqual(before);

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
  await drop(page, letter);
  const refusal = page.getByTestId('outside').getByRole('alert');
  await expect(refusal).toContainText('The file holds no picture');
  await expect(refusal).toContainText('Choose or drop another picture.');

  const path = join(userData, 'postcard.jpg');
  await writeFile(path, await picture(7));
  await page.getByTestId('outside-file').setInputFiles(path);
  await expect(page.getByTestId('outside-hit').first()).toBeVisible();
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
