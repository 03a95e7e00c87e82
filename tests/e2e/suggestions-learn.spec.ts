import type { Page } from '@playwright/test';
import { ask } from './support/ask';
import { idsOf, setIds } from './support/ids';
import { expect, test } from './support/test';
import { choose } from './support/verbs';
import { goTo } from './support/views';

const list = (page: Page) => page.getByTestId('suggestion');
const one = (page: Page, id: number) => page.locator(`[data-testid=suggestion][data-id="${id}"]`);

/** Answers the first suggestion with a key. @returns the work's id */
async function answerFirst(page: Page, key: string): Promise<number> {
  const id = Number(await list(page).first().getAttribute('data-id'));
  await page.keyboard.press(key);
  await expect(one(page, id)).toHaveCount(0);
  return id;
}

/** The score of a suggestion once these likes are taken away for a moment; least of all where it is not suggested any more. */
async function scoreWithout(page: Page, id: number, likes: readonly number[]): Promise<number> {
  for (const like of likes) await ask(page, 'suggestions.react', { id: like, reaction: 'none' });
  const { suggestions } = await ask(page, 'suggestions.list', { surprise: 0, limit: 60 });
  for (const like of likes) await ask(page, 'suggestions.react', { id: like, reaction: 'like' });
  return suggestions.find((suggestion) => suggestion.id === id)?.score ?? -Infinity;
}

test('a new user likes eight works and dismisses two; the list follows, says why truly, a brief gets its set, and all of it lasts', async ({
  openSamples,
  openStudio,
  keepScreenshot,
}) => {
  const first = await openSamples();
  const { page } = first;
  await goTo(page, 'suggestions');
  await expect(page.getByTestId('learnt')).toContainText('cross-section');
  const cover = await ask(page, 'suggestions.list', { surprise: 0 });
  expect(cover.suggestions.every(({ reason }) => reason.kind === 'cover')).toBe(true);

  const liked: number[] = [];
  for (let i = 0; i < 8; i++) liked.push(await answerFirst(page, 'l'));
  await expect(page.getByTestId('learnt')).toContainText('8 works');
  const dismissed = [await answerFirst(page, 'x'), await answerFirst(page, 'x')];
  await expect(page.getByTestId('learnt')).toContainText('10 works');

  const { suggestions } = await ask(page, 'suggestions.list', { surprise: 0 });
  expect(suggestions.length).toBeGreaterThan(0);
  for (const { id, reason } of suggestions) {
    expect([...liked, ...dismissed]).not.toContain(id);
    expect(reason.kind).toBe('like-liked');
    expect(reason.works.length).toBeGreaterThan(0);
    for (const named of reason.works) expect(liked).toContain(named);
  }
  await expect(list(page).first().getByTestId('reason')).toContainText(/you liked/);
  await keepScreenshot(page, 'suggestions-learnt');
  const [best] = suggestions;
  const without = await scoreWithout(page, best!.id, best!.reason.works);
  expect(without).toBeLessThan(best!.score);

  await choose(page, ['Slow River, June', 'Bright Shoal']);
  await page.getByTestId('selection-brief').click();
  await page.getByTestId('new-brief-name').fill('For the harbour hotel');
  await page.getByTestId('new-brief-name').press('Enter');
  await page.getByTestId('brief-words').fill('river');
  await page.getByTestId('limit-landscape').click();
  await expect.poll(async () => (await setIds(page)).length).toBe(8);
  const set = await setIds(page);
  await keepScreenshot(page, 'suggestions-brief');
  const shown = suggestions.map(({ id }) => id);
  await first.app.close();

  const again = (await openStudio()).page;
  await goTo(again, 'suggestions');
  await expect(again.getByTestId('learnt')).toContainText('10 works');
  const after = await ask(again, 'suggestions.list', { surprise: 0 });
  expect(after.suggestions.map(({ id }) => id)).toEqual(shown);
  for (const id of dismissed) await expect(one(again, id)).toHaveCount(0);
  await again.getByTestId('open-briefs').click();
  await again.getByTestId('brief').click();
  await expect.poll(() => setIds(again)).toEqual(set);
});

test('other suggestions come without repeats until everything was seen, and those before can be gone back to', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  await goTo(page, 'suggestions');
  await answerFirst(page, 'l');
  await expect(list(page)).toHaveCount(8);
  const shown = () => idsOf(list(page));
  /** The list once no work of the one before is among it, nor is on its way out. */
  const listAfter = async (before: readonly number[]): Promise<number[]> => {
    await expect
      .poll(async () => (await shown()).filter((id) => before.includes(id)).length)
      .toBe(0);
    return shown();
  };

  const first = await shown();
  await page.getByTestId('other-suggestions').click();
  const second = await listAfter(first);
  expect(second).toHaveLength(8);
  await expect(page.getByTestId('suggestions-before')).toBeVisible();
  await page.getByTestId('suggestions-before').scrollIntoViewIfNeeded();
  await keepScreenshot(page, 'other-suggestions');
  await page.keyboard.press('p');
  await expect.poll(shown).toEqual(first);

  const seen = new Set(first);
  let last = first;
  while (last.length > 0) {
    await page.keyboard.press('o');
    last = await listAfter(last);
    for (const id of last) expect(seen).not.toContain(id);
    last.forEach((id) => seen.add(id));
  }
  await expect(page.getByTestId('suggestions-seen')).toBeVisible();
  await expect(page.getByTestId('open-briefs')).toBeVisible();
  await keepScreenshot(page, 'suggestions-seen');
  expect(seen.size).toBeGreaterThan(30);
  await page.getByTestId('begin-again').click();
  await expect.poll(shown).toEqual(first);
});
