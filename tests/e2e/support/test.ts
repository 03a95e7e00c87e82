import { test as base } from '@playwright/test';
import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchStudio } from './launch';
import type { LaunchOptions, Studio } from './launch';

/** What every end-to-end test gets beside Playwright's own fixtures. */
export interface StudioFixtures {
  /** A fresh folder for the application's data, removed after the test. */
  readonly userData: string;
  /** Starts the application on `userData`; whatever is still running after the test is closed. */
  readonly openStudio: (options?: Partial<LaunchOptions>) => Promise<Studio>;
  /** Saves what a page shows as `test-results/screens/<name>.png`. */
  readonly keepScreenshot: (page: Page, name: string) => Promise<void>;
}

export const test = base.extend<StudioFixtures>({
  // Playwright reads a fixture's needs from this pattern, also when there are none.
  // eslint-disable-next-line no-empty-pattern
  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'oeuvre-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
  openStudio: async ({ userData }, use) => {
    const opened: Studio[] = [];
    await use(async (options = {}) => {
      const studio = await launchStudio({ userData, ...options });
      opened.push(studio);
      return studio;
    });
    for (const studio of opened) await closeStudio(studio);
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

/** Closing an application that a test has already closed or killed is no error. */
export async function closeStudio(studio: Studio): Promise<void> {
  if (studio.app.process().exitCode === null) await studio.app.close().catch(() => undefined);
}

export { expect } from '@playwright/test';
