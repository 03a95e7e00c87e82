import { expect, type Page } from '@playwright/test';

/** Drags something from the desktop over the window, which says what it would do with it, and drops it there. */
export async function drop(page: Page, path: string, said: string): Promise<void> {
  const veil = page.getByText(said);
  await drag(page, path, ['dragEnter', 'dragOver']);
  // Nobody lets go before the window says that it takes the file.
  await expect(veil).toBeVisible();
  await drag(page, path, ['drop']);
  await expect(veil).toBeHidden();
}

type DragType = 'dragEnter' | 'dragOver' | 'drop' | 'dragCancel';

/** Drags something from the desktop over the window, step by step. */
export async function drag(
  page: Page,
  path: string,
  types: readonly DragType[],
  { x, y } = { x: 600, y: 400 },
): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  const data = { items: [], files: [path], dragOperationsMask: 1 };
  for (const type of types) await devtools.send('Input.dispatchDragEvent', { type, x, y, data });
  await devtools.detach();
}
