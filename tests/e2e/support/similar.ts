import type { Locator } from '@playwright/test';
import { expect } from '@playwright/test';

/** Ids of the works listed as alike, in their order. */
export const orderOf = (hits: Locator): Promise<string[]> =>
  hits.evaluateAll((list) => list.map((hit) => hit.getAttribute('data-id') ?? ''));

/** Moves the slider of an axis that stands somewhere in `place`. @param value 0..100 */
export async function weigh(place: Locator, axis: string, value: number): Promise<void> {
  await place.getByTestId(`axis-${axis}`).getByRole('slider').fill(`${value}`);
}

/** Counts one axis alone, one after another, and sees another order each time. */
export async function expectAxesToReorder(place: Locator, hits: Locator): Promise<void> {
  let before = await orderOf(hits);
  for (const [counted, others] of [
    ['palette', ['style', 'subject']],
    ['subject', ['palette']],
    ['style', ['subject']],
  ] as const) {
    await weigh(place, counted, 100);
    for (const other of others) await weigh(place, other, 0);
    await expect.poll(() => orderOf(hits)).not.toEqual(before);
    before = await orderOf(hits);
  }
  // The last axis that counts can't be taken away, and its slider does not pretend that it is.
  const last = place.getByTestId('axis-style').getByRole('slider');
  for (let press = 0; press < 2; press++) {
    await last.press('Home');
    await expect(last).toHaveValue('5');
  }
}

/** Every hit says how alike it is on each axis, and one measured reason. */
export async function expectReasons(hits: Locator, count: number): Promise<void> {
  await expect(hits).toHaveCount(count);
  for (const hit of await hits.all()) {
    await expect(hit).toContainText(/Style.*\d+ ?%.*Subject.*\d+ ?%.*Palette.*\d+ ?%/s);
    await expect(hit).toContainText(/Both .+ than \d+ ?% of the works|Nearest in/);
  }
}
