import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOpenDialog } from './support/dialogs';
import { drag } from './support/drag';
import { startAgain } from './support/launch';
import { picture, writePictures } from './support/pictures';
import { sampleFiles } from './support/samples';
import { expect, test } from './support/test';
import { goTo, notice, seeWholeGallery, works } from './support/views';

const COUNT = 4;

test('an empty studio says what to do, and the dialog adds a folder', async ({
  openStudio,
  userData,
  keepScreenshot,
}) => {
  const folder = join(userData, 'works');
  await writePictures(folder, COUNT);
  const { app, page } = await openStudio();
  await expect(page.getByTestId('first-run')).toBeVisible();
  await keepScreenshot(page, 'first-run');

  await answerOpenDialog(app);
  await page.getByTestId('add-folder').click();
  await expect(page.getByTestId('first-run')).toBeVisible();

  await answerOpenDialog(app, folder);
  await page.getByTestId('add-folder').click();
  await seeWholeGallery(page, COUNT);
  await expect(works(page)).toHaveCount(COUNT);
  await expect(page.getByTestId('first-run')).toHaveCount(0);
});

test('the other views of an empty studio say what they are for', async ({ openStudio }) => {
  const { page } = await openStudio();
  await goTo(page, 'map');
  await expect(page.getByTestId('map-empty')).toBeVisible();
  await goTo(page, 'suggestions');
  await expect(page.getByTestId('suggestions-empty')).toBeVisible();
  await goTo(page, 'boards');
  await expect(page.getByText('A board holds works side by side.')).toBeVisible();
  await goTo(page, 'settings');
  await expect(page.getByText('No folder has been added.')).toBeVisible();
  await goTo(page, 'portfolio');
  await expect(page.getByRole('main')).not.toBeEmpty();
});

test('one click opens the sample portfolio', async ({ openStudio }) => {
  const { page } = await openStudio();
  await page.getByTestId('add-samples').click();
  await seeWholeGallery(page, (await sampleFiles()).length);
});

test('a folder that is dropped on the window is added; a file is declined with the next step', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await writePictures(folder, COUNT);
  const { page } = await openStudio();
  await expect(page.getByTestId('first-run')).toBeVisible();

  await drag(page, join(folder, 'study 001.jpg'), ['dragEnter', 'dragOver', 'drop']);
  await expect(notice(page, 'This is a file, not a folder.')).toContainText(
    'Choose the folder that holds it.',
  );
  await drag(page, folder, ['dragEnter', 'dragOver']);
  await expect(page.getByText('Drop folders here to add them')).toBeVisible();
  await drag(page, folder, ['drop']);
  await expect(page.getByText('Drop folders here to add them')).toHaveCount(0);
  await seeWholeGallery(page, COUNT);
});

test('folders of the command line are added, also to a studio that is already open', async ({
  openStudio,
  userData,
}) => {
  const [first, second] = [join(userData, 'paintings'), join(userData, 'drawings')];
  await writePictures(first, COUNT);
  await mkdir(second);
  await writeFile(join(second, 'late.jpg'), await picture(99));
  const { page } = await openStudio({ args: [first] });
  await seeWholeGallery(page, COUNT);

  await startAgain({ userData, args: [second] });
  await seeWholeGallery(page, COUNT + 1);
});

test('a folder that is not there, or was added before, is declined in words', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await writePictures(join(folder, 'inner'), COUNT);
  const { app, page } = await openStudio({ args: [join(userData, 'nowhere')] });
  await expect(notice(page, 'The folder is not there.')).toContainText('choose another folder');
  await expect(page.getByTestId('first-run')).toBeVisible();

  await answerOpenDialog(app, folder);
  await page.getByTestId('add-folder').click();
  await seeWholeGallery(page, COUNT);
  await goTo(page, 'settings');
  await answerOpenDialog(app, join(folder, 'inner'));
  await page.getByTestId('add-folder').click();
  await expect(notice(page, 'was added before')).toBeVisible();
  await expect(page.getByTestId('folder')).toHaveCount(1);
});

test('a removed folder takes its works out of sight; added again, they are as they were', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await writePictures(folder, COUNT);
  const { app, page } = await openStudio({ args: [folder] });
  await seeWholeGallery(page, COUNT);
  await works(page).first().click();
  await page.keyboard.press('5');
  await expect(works(page).first().getByLabel('5 of 5 stars')).toBeVisible();

  await goTo(page, 'settings');
  await page.getByTestId('remove-folder').click();
  await page.getByTestId('confirm-remove').click();
  await expect(page.getByTestId('folder')).toHaveCount(0);
  await goTo(page, 'gallery');
  await expect(page.getByTestId('first-run')).toBeVisible();

  await answerOpenDialog(app, folder);
  await page.getByTestId('add-folder').click();
  await seeWholeGallery(page, COUNT);
  await expect(works(page).getByLabel('5 of 5 stars')).toHaveCount(1);
});

test('a folder without any picture says so', async ({ openStudio, userData }) => {
  const folder = join(userData, 'empty');
  await mkdir(folder);
  const { page } = await openStudio({ args: [folder] });
  await expect(page.getByRole('main')).toContainText('No pictures were found.');
});
