import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

export type ViewName = 'gallery' | 'map' | 'portfolio' | 'suggestions' | 'boards' | 'settings';

/** Goes to a view by its entry in the rail. */
export async function goTo(page: Page, view: ViewName): Promise<void> {
  await page.getByTestId(`nav-${view}`).click();
}

/** The works that the gallery draws at the moment: of a large library only those in view. */
export const works = (page: Page): Locator => page.getByTestId('work');

/** A work of the gallery by its title. */
export const workCalled = (page: Page, title: string): Locator =>
  works(page).and(page.getByRole('option', { name: title, exact: true }));

/** Tasks that are under way, as the strip at the lower edge shows them. */
export const jobs = (page: Page): Locator => page.getByTestId('job');

/** How many files the first task says it is through with; 0 while there is none. */
export async function filesDone(page: Page): Promise<number> {
  const bar = jobs(page).getByRole('progressbar').first();
  const done = await bar.getAttribute('aria-valuenow', { timeout: 1_000 }).catch(() => null);
  return Number(done ?? 0);
}

/** How long reading a folder may take on a small, busy machine. */
const READING_MS = 90_000;

/** Waits until the gallery counts so many works and nothing is being read any more. */
export async function seeWholeGallery(page: Page, count: number): Promise<void> {
  await expect(page.getByTestId('work-count')).toHaveText(new RegExp(`^${count}\\D`), {
    timeout: READING_MS,
  });
  await expect(jobs(page)).toHaveCount(0, { timeout: READING_MS });
}

/** Searches for a title in the gallery and opens the work. */
export async function openWork(page: Page, title: string): Promise<Locator> {
  await goTo(page, 'gallery');
  await page.getByTestId('search').fill(title);
  await workCalled(page, title).dblclick();
  const artwork = page.getByTestId('artwork');
  await expect(artwork.getByRole('heading', { name: title, exact: true })).toBeVisible();
  return artwork;
}

/** A short message at the lower edge that says this. */
export const notice = (page: Page, text: string): Locator =>
  page.getByTestId('notice').filter({ hasText: text });
