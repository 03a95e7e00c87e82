import type { Page } from '@playwright/test';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { ArtworkStyle } from '../../src-main/contract';
import { qrCode } from '../support/qr-code';
import { ask } from './support/ask';
import { sampleFiles } from './support/samples';
import { expectAxesToReorder } from './support/similar';
import { expect, test } from './support/test';
import { openWork, seeWholeGallery } from './support/views';

/** The title of a work that the model answers in a way; which works these are depends on the model. */
async function titleWhere(page: Page, holds: (style: ArtworkStyle) => boolean): Promise<string> {
  const { ids } = await ask(page, 'gallery.query', { sort: 'name', descending: false });
  for (const id of Object.values(ids)) {
    if (!holds(await ask(page, 'style.of', { id }))) continue;
    const [card] = await ask(page, 'gallery.cards', { ids: [id] });
    if (card) return card.title;
  }
  throw new Error('No work of the sample portfolio is answered like that');
}

test('a QR code gets no movement and no period, in words', async ({
  openSamples,
  userData,
  keepScreenshot,
}) => {
  const folder = join(userData, 'codes');
  await mkdir(folder);
  await sharp(Buffer.from(qrCode())).png().toFile(join(folder, 'Ticket.png'));
  const { page } = await openSamples();
  await ask(page, 'folders.add', { path: folder });
  await seeWholeGallery(page, (await sampleFiles()).length + 1);

  const artwork = await openWork(page, 'Ticket');
  await expect(artwork.getByTestId('head-movement')).toContainText(/Not sure|None of these/);
  await expect(artwork.getByTestId('head-movement')).not.toContainText('Nearest to');
  await expect(artwork.getByTestId('style-period')).toHaveCount(0);
  await keepScreenshot(page, 'heads-qr');
});

test('a picture made like a painting is said to be nearest to a movement, and to look like years', async ({
  openSamples,
  keepScreenshot,
}) => {
  const { page } = await openSamples();
  const title = await titleWhere(page, ({ heads, period }) => {
    const movement = heads['movement'];
    const second = movement?.probabilities[1]?.p ?? 0;
    return movement?.labels.length === 1 && second >= 0.05 && period !== null;
  });
  const artwork = await openWork(page, title);
  await expect(artwork.getByTestId('head-movement')).toContainText(
    /Nearest to [^(]+ \((very likely|likely|possible)\), then /,
  );
  await expect(artwork.getByTestId('style-period')).toContainText(
    /Looks like 1\d{3}–[12]\d{3} \(\d\d ?%\)/,
  );
  await keepScreenshot(page, 'heads-answer');

  await page.keyboard.press('v');
  await expect(page.getByTestId('evidence-map')).toBeVisible();
  await expect(page.getByTestId('overlay-legend')).toContainText(/Why this style.*\d+ ?%/);
  await page.keyboard.press('v');
  await expectAxesToReorder(artwork, artwork.getByTestId('similar-hit'));
});
