import type { ElectronApplication, Page } from '@playwright/test';
import { join } from 'node:path';
import { ask } from './support/ask';
import { nextEngine } from './support/engine-process';
import { writePictures } from './support/pictures';
import { expect, test } from './support/test';
import { addFolder } from './support/verbs';
import { filesDone, goTo, jobs, seeWholeGallery, works } from './support/views';

/** Generous: a machine with two busy cores reads few pictures a second. */
const READING_MS = 120_000;

async function waitForFilesDone(page: Page, count: number): Promise<void> {
  await expect
    .poll(() => filesDone(page), { message: `${count} files done`, timeout: READING_MS })
    .toBeGreaterThanOrEqual(count);
}

/** Ends the engine as the system would, and waits for the next. @returns all engines so far */
async function killEngine(app: ElectronApplication, before: number[]): Promise<number[]> {
  const engine = await nextEngine(app, ...before);
  process.kill(engine, 'SIGKILL');
  const gone = [...before, engine];
  await nextEngine(app, ...gone);
  return gone;
}

/** The window takes a click and shows another view, whatever the engine does. */
async function expectAliveWindow(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await expect(page.getByTestId('settings-appearance')).toBeVisible();
  await goTo(page, 'gallery');
  await expect(page.getByTestId('gallery')).toBeVisible();
}

/** Every file is there as exactly one work, and none was taken for a bad one. */
async function expectEachOnce(page: Page, files: readonly string[]): Promise<void> {
  const { ids } = await ask(page, 'gallery.query', {});
  const cards = await ask(page, 'gallery.cards', { ids: [...ids] });
  expect(cards.map(({ fileName }) => fileName).sort()).toEqual([...files].sort());
  expect(await ask(page, 'files.failed', {})).toEqual([]);
}

/** Also those whose picture was asked for while nobody could answer. */
async function expectPicturesShown(page: Page): Promise<void> {
  await expect(works(page).first()).toBeVisible();
  await expect(works(page).filter({ hasNot: page.locator('img.shown') })).toHaveCount(0);
}

test('the engine is killed twice while it reads 300 pictures: the window stays, nothing is lost', async ({
  openStudio,
  userData,
}) => {
  test.slow();
  const folder = join(userData, 'works');
  const files = await writePictures(folder, 300);
  const studio = await openStudio();
  const { app, page } = studio;
  await addFolder(studio, folder);

  await waitForFilesDone(page, 20);
  const afterFirst = await killEngine(app, []);
  await expectAliveWindow(page);

  const resumedAt = await filesDone(page);
  await waitForFilesDone(page, Math.max(60, resumedAt + 20));
  await killEngine(app, afterFirst);
  await expectAliveWindow(page);

  await seeWholeGallery(page, files.length);
  await expectEachOnce(page, files);
  await expectPicturesShown(page);
});

test('an engine that hangs while it reads is replaced and the rest is read', async ({
  openStudio,
  userData,
}) => {
  test.skip(process.platform === 'win32', 'Windows has no signal that stops a process');
  test.slow();
  const folder = join(userData, 'works');
  const files = await writePictures(folder, 80);
  const studio = await openStudio();
  const { app, page } = studio;
  await addFolder(studio, folder);

  await expect(works(page).first()).toBeVisible({ timeout: READING_MS });
  const engine = await nextEngine(app);
  process.kill(engine, 'SIGSTOP');
  await expectAliveWindow(page);

  await nextEngine(app, engine);
  await seeWholeGallery(page, files.length);
  await expectEachOnce(page, files);
  await expectPicturesShown(page);
});

test('what a dying engine leaves unanswered is said, and asking again works', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await writePictures(folder, 6);
  const { app, page } = await openStudio({ args: [`--folder=${folder}`] });
  await seeWholeGallery(page, 6);

  const engine = await nextEngine(app);
  process.kill(engine, 'SIGSTOP');
  const answer = await page.evaluateHandle(async () => {
    const asked = window.oeuvre.request('gallery.facets', undefined);
    // Main takes messages in order: once it answers this one, the first has gone to the engine.
    await window.oeuvre.shell('shell.info', undefined);
    return { asked };
  });
  process.kill(engine, 'SIGKILL');
  expect(await answer.evaluate(({ asked }) => asked)).toMatchObject({
    ok: false,
    error: { code: 'engine/crashed' },
  });

  await nextEngine(app, engine);
  expect((await ask(page, 'gallery.facets', undefined)).total).toBe(6);
  await expect(jobs(page)).toHaveCount(0);
});

test('what was opened while the engine hung can be tried again; its pictures come by themselves', async ({
  openStudio,
  userData,
}) => {
  test.skip(process.platform === 'win32', 'Windows has no signal that stops a process');
  const folder = join(userData, 'works');
  await writePictures(folder, 3);
  const { app, page } = await openStudio({ args: [`--folder=${folder}`] });
  await seeWholeGallery(page, 3);
  await expectPicturesShown(page);

  const engine = await nextEngine(app);
  process.kill(engine, 'SIGSTOP');
  await works(page).first().dblclick();
  await expect(page.getByTestId('picture')).toBeAttached();
  const thumbnail = page.evaluate(async () => (await fetch('oeuvre://works/1/thumbnail')).status);
  process.kill(engine, 'SIGKILL');
  expect(await thumbnail).toBe(200);

  const artwork = page.getByTestId('artwork');
  await artwork.getByRole('button', { name: 'Try again' }).first().click();
  await expect(page.getByTestId('picture')).toHaveClass(/shown/);
  await expect(page.getByTestId('trait').first()).toBeVisible();
});
