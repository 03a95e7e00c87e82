import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerSaveDialog } from './support/dialogs';
import { sampleFiles } from './support/samples';
import { expect, test } from './support/test';
import { goTo, notice } from './support/views';

test('the portfolio of the samples tells what was built into them', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await goTo(page, 'portfolio');
  const count = (await sampleFiles()).length;
  await expect(page.getByTestId('portfolio-sentence')).toContainText(`${count} works`);
  await expect(page.getByTestId('portfolio-sentence')).toContainText('turning point');
  await expect(page.getByTestId('river')).toBeVisible();
  expect(await page.getByTestId('group').count()).toBeGreaterThanOrEqual(5);
  await expect(page.getByTestId('outliers').getByRole('button').first()).toBeVisible();
  await expect(page.getByTestId('duplicates')).toContainText('Nearly identical');
  await expect(page.getByTestId('duplicates')).toContainText('Same composition, other colours');
  await keepScreenshot(page, 'portfolio');
});

test('a group leads to its works in the gallery', async ({ openSamples }) => {
  const { page } = await openSamples();
  await goTo(page, 'portfolio');
  const group = page.getByTestId('group').first();
  const size = /(\d+) works/.exec(await group.innerText())?.[1] ?? '';
  await group.getByTitle('Show in the gallery').click();
  await expect(page.getByTestId('work-count')).toHaveText(`${size} works`);
});

test('report, table and charts are saved where the user says', async ({
  openSamples,
  userData,
}) => {
  const { app, page } = await openSamples();
  const count = (await sampleFiles()).length;
  await goTo(page, 'portfolio');
  const save = async (name: string, choose: () => Promise<void>): Promise<Buffer> => {
    const path = join(userData, name);
    await answerSaveDialog(app, path);
    await choose();
    await expect(notice(page, `Saved as ${path}`)).toBeVisible();
    return readFile(path);
  };
  const choose = (entry: string) => async (): Promise<void> => {
    await page.getByTestId('export').click();
    await page.getByRole('menuitem', { name: entry }).click();
  };

  const report = String(await save('report.html', choose('Printable report')));
  expect(report).toMatch(/^<!doctype html>/i);
  expect(report).toContain(`${count} works`);
  expect(report).not.toMatch(/(?:src|href)="(?!data:|#)/);

  const table = String(await save('works.csv', choose('Table of all works')));
  expect(table.trim().split('\n')).toHaveLength(count + 1);
  expect(table).toContain('Fjord, Last Light');

  const chart = await save('river.png', () => page.getByTestId('save-river').click());
  expect(chart.subarray(1, 4).toString()).toBe('PNG');
});

test('what cannot be written is said', async ({ openSamples }) => {
  const { app, page } = await openSamples();
  await goTo(page, 'portfolio');
  await answerSaveDialog(app, '/no/such/folder/report.html');
  await page.getByTestId('export').click();
  await page.getByRole('menuitem', { name: 'Table of all works' }).click();
  await expect(page.getByRole('alert').filter({ hasText: /could not be/i })).toBeVisible();
});
