import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

/** The ids of works as they stand on the page, in their order. */
export const idsOf = (works: Locator): Promise<number[]> =>
  works.evaluateAll((all) => all.map((work) => Number(work.getAttribute('data-id'))));

/** The ids of a brief's set, once what is shown answers what the brief says. */
export async function setIds(page: Page): Promise<number[]> {
  await expect(page.getByTestId('brief-answer')).toHaveAttribute('aria-busy', 'false');
  return idsOf(page.getByTestId('set-work'));
}
