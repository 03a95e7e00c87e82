import type { Page } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ask } from './support/ask';
import { answerOpenDialog } from './support/dialogs';
import { expect, test } from './support/test';
import { goTo } from './support/views';

const reasons = (page: Page) => page.getByTestId('reason');

test('ratings of others bring works up, with the reason, also after a restart', async ({
  openSamples,
  openStudio,
  userData,
  keepScreenshot,
}) => {
  const first = await openSamples();
  const { app, page } = first;
  const { ids } = await ask(page, 'gallery.query', {});
  const cards = await ask(page, 'gallery.cards', { ids: [...ids].filter((_, at) => at % 4 === 0) });
  const liked = cards.slice(0, 5);
  const agreed = cards.slice(5, 15);
  for (const { id } of liked) await ask(page, 'suggestions.react', { id, reaction: 'like' });
  const before = await ask(page, 'suggestions.list', { surprise: 0 });
  expect(before.suggestions.map(({ reason }) => reason.kind)).not.toContain('together');

  const table = join(userData, 'jury.csv');
  const lines = ['Ana', 'Ben', 'Cleo'].flatMap((user) =>
    [...liked, ...agreed].map(({ hash }) => `${user},${hash},5`),
  );
  await writeFile(table, ['user,item,rating', ...lines].join('\n'));
  await answerOpenDialog(app, table);
  await goTo(page, 'settings');
  await page.getByTestId('ratings-choose').click();
  await page.getByTestId('ratings-take').click();
  await expect(page.getByTestId('ratings-import')).toContainText('jury.csv');

  await goTo(page, 'suggestions');
  const words = reasons(page).filter({
    hasText: /Liked by 3 others who also like 4 works you liked/,
  });
  await expect(words.first()).toBeVisible();
  await expect(page.getByTestId('learnt')).toContainText('The choices of 3 other profiles count');
  const { suggestions } = await ask(page, 'suggestions.list', { surprise: 0 });
  for (const { id, reason } of suggestions) {
    if (reason.kind !== 'together') continue;
    expect(agreed.map((card) => card.id)).toContain(id);
    for (const named of reason.works) expect(liked.map((card) => card.id)).toContain(named);
  }
  await words.first().scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'suggestions-together');
  await first.app.close();

  const again = (await openStudio()).page;
  await goTo(again, 'suggestions');
  await expect(
    reasons(again)
      .filter({ hasText: /Liked by 3 others/ })
      .first(),
  ).toBeVisible();
  const after = await ask(again, 'suggestions.list', { surprise: 0 });
  expect(after.suggestions.map(({ id }) => id)).toEqual(suggestions.map(({ id }) => id));
});
