import type { Page } from '@playwright/test';
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { packArchive } from '../engine/inference/support/pack-archive';
import { tinyManifest, tinyOnnx, writeTinyModel } from '../engine/inference/support/tiny-model';
import { answerOpenDialog } from './support/dialogs';
import { writePictures } from './support/pictures';
import { expect, test } from './support/test';
import { goTo, notice, openWork, seeWholeGallery } from './support/views';

const WORKS = 24;
/** Enough of large ones that a change of models is seen under way. */
const MANY = 48;

const HEAD = {
  heads: [
    {
      id: 'movement',
      output: 'movement',
      temperature: 1,
      threshold: 0.5,
      labels: ['fiery', 'icy'],
    },
  ],
};

const pack = (folder: string, changes: object = {}): Promise<string> =>
  writeTinyModel(folder, { id: 'embers', name: 'Embers', priority: 0, ...HEAD, ...changes });

/** The same model as a user would pass it on: one zip archive. */
function archive(): Buffer {
  const onnx = tinyOnnx();
  const manifest = tinyManifest(onnx, { id: 'embers', name: 'Embers', priority: 0, ...HEAD });
  return packArchive([
    { name: 'manifest.json', data: Buffer.from(JSON.stringify(manifest)) },
    { name: 'model.onnx', data: onnx },
  ]);
}

const model = (page: Page, name: string) => page.getByTestId('model').filter({ hasText: name });

/** Opens a work and waits until its answer is by this model's labels, or by those of others. */
async function seeAnswer(page: Page, isOfEmbers: boolean): Promise<void> {
  await openWork(page, 'study 001');
  const head = page.getByTestId('head-movement');
  await expect(head).toContainText(/Movement\s+\S/);
  if (isOfEmbers) await expect(head).toContainText(/fiery|icy/);
  else await expect(head).not.toContainText(/fiery|icy/);
  await page.getByTestId('back').click();
}

test('a pack is added, measured with, used, left again and removed', async ({
  openStudio,
  userData,
  keepScreenshot,
}) => {
  const folder = join(userData, 'works');
  await writePictures(folder, WORKS);
  const source = await pack(join(userData, 'embers'));
  const studio = await openStudio({ args: [`--folder=${folder}`] });
  const { app, page } = studio;
  await seeWholeGallery(page, WORKS);
  await seeAnswer(page, false);

  await goTo(page, 'settings');
  await answerOpenDialog(app, source);
  await page.getByTestId('model-from-folder').click();
  await expect(notice(page, '“Embers” is installed')).toBeVisible();
  await expect(model(page, 'Embers')).toContainText('Version 1.0.0 · MIT');
  await expect(model(page, 'Embers')).not.toContainText('In use');
  await model(page, 'Embers').scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'models');

  await model(page, 'Embers').getByTestId('model-use').click();
  await expect(model(page, 'Embers')).toContainText('In use', { timeout: 60_000 });
  await expect(notice(page, '“Embers” is in use now')).toBeVisible();
  await seeAnswer(page, true);

  await goTo(page, 'settings');
  await page.getByTestId('model').first().getByTestId('model-use').click();
  await expect(page.getByTestId('model').first()).toContainText('In use');
  await seeAnswer(page, false);

  await goTo(page, 'settings');
  await model(page, 'Embers').getByTestId('model-remove').click();
  await page.getByTestId('confirm-remove-model').click();
  await expect(model(page, 'Embers')).toHaveCount(0);
});

test('while a pack measures the library it can be paused and left, and the model before answers', async ({
  openStudio,
  userData,
  keepScreenshot,
}) => {
  const folder = join(userData, 'works');
  await writePictures(folder, MANY, 4_000);
  const source = await pack(join(userData, 'embers'));
  const { app, page } = await openStudio({ args: [`--folder=${folder}`] });
  await seeWholeGallery(page, MANY);
  await goTo(page, 'settings');
  await answerOpenDialog(app, source);
  await page.getByTestId('model-from-folder').click();
  const embers = model(page, 'Embers');
  const shipped = page.getByTestId('model').first();
  const change = page.getByTestId('model-change');

  await embers.getByTestId('model-use').click();
  await change.getByTestId('model-pause').click();
  await expect(change).toHaveAttribute('data-state', 'paused');
  await expect(change).toContainText(new RegExp(`\\d+ of ${MANY}`));
  await expect(change).toContainText('Paused');
  await expect(shipped).toContainText('In use');
  await change.scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'model-change');
  await seeAnswer(page, false);

  await goTo(page, 'settings');
  await change.getByTestId('model-cancel').click();
  await expect(change).toHaveCount(0);
  await expect(shipped).toContainText('In use');

  await embers.getByTestId('model-use').click();
  // It takes a second or two: the usual waiting between two looks may miss it.
  await expect
    .poll(() => change.textContent({ timeout: 5_000 }), { intervals: [50] })
    .toMatch(/per second.*left/s);
  await expect(embers).toContainText('In use', { timeout: 60_000 });
  await seeAnswer(page, true);

  await goTo(page, 'settings');
  await embers.getByTestId('model-remove').click();
  await expect(page.getByRole('dialog')).toContainText('It is in use');
  await page.getByTestId('confirm-remove-model').click();
  await expect(embers).toHaveCount(0);
  await expect(shipped).toContainText('In use');
  await seeAnswer(page, false);
});

test('a bad pack is refused in words, and nothing of it stays', async ({
  openStudio,
  userData,
}) => {
  const letter = join(userData, 'letter.zip');
  await writeFile(letter, 'Dear painter');
  const outputs = [
    { name: 'style', kind: 'style', dim: 4 },
    { name: 'subject', kind: 'subject', dim: 3 },
  ];
  const lying = await pack(join(userData, 'lying'), { outputs, heads: [] });
  const { app, page } = await openStudio();
  await goTo(page, 'settings');
  const count = await page.getByTestId('model').count();

  await answerOpenDialog(app, letter);
  await page.getByTestId('model-from-file').click();
  await expect(notice(page, 'The file is no complete model pack.')).toContainText('zip archive');
  await answerOpenDialog(app, lying);
  await page.getByTestId('model-from-folder').click();
  await expect(notice(page, 'The model could not be run.')).toBeVisible();
  await expect(page.getByTestId('model')).toHaveCount(count);
});

test('an address is asked only after a yes that names the server', async ({
  openStudio,
  keepScreenshot,
}) => {
  const body = archive();
  let connections = 0;
  const server = createServer((_request, response) => response.end(body));
  server.on('connection', () => (connections += 1));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  try {
    const { page } = await openStudio();
    await goTo(page, 'settings');
    const right = createHash('sha256').update(body).digest('hex').toUpperCase();
    const ask = async (sha256: string): Promise<void> => {
      await page.getByTestId('model-from-address').click();
      await page.getByTestId('model-url').fill(`http://${host}/embers.oeuvre-pack`);
      await expect(page.getByTestId('model-continue')).toBeDisabled();
      await page.getByTestId('model-sha').fill(sha256);
      await page.getByTestId('model-continue').click();
      await expect(page.getByRole('dialog', { name: `Ask ${host} for this file?` })).toBeVisible();
    };
    await ask(right);
    await keepScreenshot(page, 'model-question');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(connections).toBe(0);

    await ask('0'.repeat(64));
    await page.getByTestId('model-agree').click();
    await expect(notice(page, 'The model’s file is not the one it claims to be.')).toBeVisible();
    await expect(model(page, 'Embers')).toHaveCount(0);
    expect(connections).toBe(1);

    await ask(right);
    await page.getByTestId('model-agree').click();
    await expect(model(page, 'Embers')).toBeVisible();
    expect(connections).toBe(2);
  } finally {
    server.close();
  }
});

test('a pack comes from an archive, and the models look right in both languages and lights', async ({
  openStudio,
  userData,
  keepScreenshot,
}) => {
  const source = join(userData, 'embers.oeuvre-pack');
  await writeFile(source, archive());
  const { app, page } = await openStudio();
  await goTo(page, 'settings');
  await answerOpenDialog(app, source);
  await page.getByTestId('model-from-file').click();
  await expect(model(page, 'Embers')).toBeVisible();
  await page.getByTestId('theme').getByText('Light').click();
  await page.getByTestId('settings-search').fill('onnx');
  await keepScreenshot(page, 'models-light');
  await page.getByTestId('settings-search').fill('');
  await page.getByTestId('language').getByText('简体中文').click();
  await page.getByTestId('settings-search').fill('模型');
  await expect(page.getByTestId('settings-models')).toContainText('可辨识');
  await keepScreenshot(page, 'models-zh');
  await page.getByTestId('model-from-address').click();
  await keepScreenshot(page, 'model-address-zh');
});
