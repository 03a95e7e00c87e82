import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from './support/fingerprint';
import { picture, vastPicture } from './support/pictures';
import { expect, test } from './support/test';
import { goTo, seeWholeGallery, workCalled } from './support/views';

/** Every bad file, with the cause that a user reads. */
const CAUSES: Record<string, { en: string; zh: string }> = {
  'empty.jpg': { en: 'The file is empty.', zh: '文件是空的。' },
  '撕裂 🌊.jpg': { en: 'The file ends before the picture does.', zh: '文件不完整，图像数据中断。' },
  'letter.jpg': {
    en: 'The file holds no picture, whatever its name says.',
    zh: '无论文件名如何，其内容并非图像。',
  },
  'vast.png': {
    en: 'The picture has too many pixels to open safely.',
    zh: '图像像素过多，无法安全打开。',
  },
  'heavy.png': { en: 'The file is too large to open safely.', zh: '文件过大，无法安全打开。' },
  'outside.svg': {
    en: 'The drawing refers to something outside its own file.',
    zh: '该图形引用了文件之外的内容。',
  },
  'layers.kra': { en: 'This format cannot be read yet.', zh: '暂不支持此格式。' },
  'nowhere.png': { en: 'The link leads nowhere.', zh: '链接指向的位置不存在。' },
  circle: { en: 'The link leads back to itself.', zh: '链接指回了自身。' },
};

const GOOD = ['plain.jpg', '春山 🎨.jpg', 'two\nlines.jpg', 'below/deep.jpg'];

async function makeFolder(folder: string): Promise<void> {
  await mkdir(join(folder, 'below'), { recursive: true });
  const put = (name: string, content: string | Buffer): Promise<void> =>
    writeFile(join(folder, name), content);
  for (const [at, name] of GOOD.entries()) await put(name, await picture(at + 1));
  const whole = await picture(50);
  await put('empty.jpg', '');
  await put('撕裂 🌊.jpg', whole.subarray(0, whole.length / 2));
  await put('letter.jpg', 'Dear friend, this is no picture.');
  await put('vast.png', vastPicture(30_000));
  await put('heavy.png', '');
  await truncate(join(folder, 'heavy.png'), 3 * 1024 ** 3);
  await put(
    'outside.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><image href="file:///etc/hostname" width="9" height="9"/></svg>',
  );
  await put('layers.kra', 'a painting program of its own');
  await put('notes.txt', 'no picture and not meant as one');
  await symlink(join(folder, 'gone.png'), join(folder, 'nowhere.png'));
  await symlink(folder, join(folder, 'below', 'circle'));
}

test('a folder of bad files: each is listed with its reason, the good ones hang in the gallery', async ({
  openStudio,
  userData,
  keepScreenshot,
}) => {
  test.skip(process.platform === 'win32', 'Names and links like these cannot be made there');
  const folder = join(userData, 'works');
  await makeFolder(folder);
  const before = await fingerprint(folder);
  const { page } = await openStudio({ args: [`--folder=${folder}`] });

  await seeWholeGallery(page, GOOD.length);
  for (const title of ['plain', '春山 🎨', 'two lines', 'deep'])
    await expect(workCalled(page, title)).toBeVisible();

  await page.getByTestId('show-failed').click();
  const rows = page.getByRole('dialog').getByTestId('failed-files').getByRole('listitem');
  await expect(rows).toHaveCount(Object.keys(CAUSES).length);
  for (const [name, { en }] of Object.entries(CAUSES)) {
    await expect.soft(rows.filter({ hasText: name })).toContainText(en);
  }
  await keepScreenshot(page, 'bad-files');
  await page.keyboard.press('Escape');

  await goTo(page, 'settings');
  await page.getByTestId('language').getByText('简体中文').click();
  const listed = page.getByTestId('settings-failed').getByRole('listitem');
  for (const [name, { zh }] of Object.entries(CAUSES)) {
    await expect.soft(listed.filter({ hasText: name })).toContainText(zh);
  }
  expect(await fingerprint(folder)).toEqual(before);
});

test('a bad file that is mended is taken in when the folder is scanned again', async ({
  openStudio,
  userData,
}) => {
  const folder = join(userData, 'works');
  await mkdir(folder);
  await writeFile(join(folder, 'whole.jpg'), await picture(1));
  await writeFile(join(folder, 'empty.jpg'), '');
  const { page } = await openStudio({ args: [`--folder=${folder}`] });
  await seeWholeGallery(page, 1);
  await expect(page.getByTestId('show-failed')).toHaveText('1 file could not be read');

  await writeFile(join(folder, 'empty.jpg'), await picture(2));
  await goTo(page, 'settings');
  await page.getByTestId('rescan').click();
  await goTo(page, 'gallery');
  await seeWholeGallery(page, 2);
  await expect(page.getByTestId('show-failed')).toHaveCount(0);
});
