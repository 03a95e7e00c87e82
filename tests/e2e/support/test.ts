import { test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchStudio } from './launch';
import type { LaunchOptions, Studio } from './launch';
import { sampleFiles } from './samples';
import { seeWholeGallery } from './views';

/** What every end-to-end test gets beside Playwright's own fixtures. */
export interface StudioFixtures {
  /** A fresh folder for the application's data, removed after the test. */
  readonly userData: string;
  /** Starts the application on `userData`; whatever is still running after the test is closed. */
  readonly openStudio: (options?: Partial<LaunchOptions>) => Promise<Studio>;
  /** Starts the application on a copy of the indexed sample portfolio. */
  readonly openSamples: (options?: Partial<LaunchOptions>) => Promise<Studio>;
  /** Saves what a page shows as `test-results/screens/<name>.png`. */
  readonly keepScreenshot: (page: Page, name: string) => Promise<void>;
}

/** What all tests of a worker share. */
export interface SharedFixtures {
  /** A library that holds the sample portfolio, indexed once; tests work on copies. */
  readonly sampleLibrary: string;
}

export const test = base.extend<StudioFixtures, SharedFixtures>({
  sampleLibrary: [
    // eslint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const userData = await mkdtemp(join(tmpdir(), 'oeuvre-e2e-samples-'));
      const { app, page } = await launchStudio({ userData, args: ['--sample'] });
      await seeWholeGallery(page, (await sampleFiles()).length);
      await app.close();
      await use(join(userData, 'library'));
      await rm(userData, { recursive: true, force: true, maxRetries: 5 });
    },
    { scope: 'worker', timeout: 180_000 },
  ],
  // Playwright reads a fixture's needs from this pattern, also when there are none.
  // eslint-disable-next-line no-empty-pattern
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'oeuvre-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  openStudio: async ({ userData }, use) => {
    const opened = new Set<Studio>();
    await use(async (options = {}) => {
      const studio = await launchStudio({ userData, ...options });
      opened.add(studio);
      studio.app.once('close', () => opened.delete(studio));
      return studio;
    });
    for (const { app } of opened) await app.close();
  },
  openSamples: async ({ openStudio, userData, sampleLibrary }, use) => {
    await use(async (options = {}) => {
      await cp(sampleLibrary, join(userData, 'library'), { recursive: true });
      return openStudio(options);
    });
  },
  // eslint-disable-next-line no-empty-pattern
  keepScreenshot: async ({}, use, testInfo) => {
    await use(async (page, name) => {
      const path = join(testInfo.project.outputDir, '..', 'screens', `${name}.png`);
      await page.screenshot({ path });
      await testInfo.attach(name, { path, contentType: 'image/png' });
    });
  },
});

export { expect } from '@playwright/test';
