import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openPicture } from '../../../src-main/engine/imaging/open-picture';
import { decodePixels } from '../../../src-main/engine/imaging/decode-pixels';
import { colourAt, difference, read, redAndBlue, refusal } from './support/pictures';

const XLINK = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const drawing = (content: string, before = '') =>
  Buffer.from(`${before}<svg ${XLINK} width="40" height="40">${content}</svg>`);

describe('a drawing that points out of its file is refused', () => {
  test.each([
    ['a picture on the web', '<image xlink:href="http://example.org/a.png" width="9" height="9"/>'],
    ['a picture on the disk', '<image href="file:///etc/hostname" width="9" height="9"/>'],
    ['a picture beside it', '<image href="a.png" width="9" height="9"/>'],
    ['an address written in character codes', '<image href="&#104;ttp://example.org/a.png"/>'],
    ['a shape in another file', '<use href="shapes.svg#star"/>'],
    ['a filter', '<rect style="filter:url(\'//example.org/f.svg#f\')" width="9" height="9"/>'],
    ['a fill', '<rect fill="url( http://example.org/p.svg#p )" width="9" height="9"/>'],
    [
      'an escaped url',
      '<rect style="fill:u\\72l(http://example.org/p.svg#p)" width="9" height="9"/>',
    ],
    ['an imported style', '<style>@import "http://example.org/a.css";</style>'],
    ['a font', '<style><![CDATA[@font-face{font-family:A;src:url(a.woff2)}]]></style>'],
    ['a script', '<script href="http://example.org/a.js"/>'],
  ])('%s', async (_, content) => {
    expect(await refusal(drawing(content), 'a.svg')).toBe('file/external-reference');
  });

  test.each([
    ['a stylesheet', '<?xml-stylesheet href="http://example.org/a.css" type="text/css"?>'],
    ['an external entity', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>'],
    [
      'an external parameter entity',
      '<!DOCTYPE svg [<!ENTITY % x SYSTEM "http://example.org/x.dtd">%x;]>',
    ],
  ])('%s', async (_, before) => {
    expect(await refusal(drawing('<rect width="9" height="9"/>', before), 'a.svg')).toBe(
      'file/external-reference',
    );
  });

  test('an address hidden in an entity', async () => {
    const entity = '<!DOCTYPE svg [<!ENTITY there "http://example.org">]>';
    expect(await refusal(drawing('<image href="&there;/a.png"/>', entity), 'a.svg')).toBe(
      'file/external-reference',
    );
  });

  test('entities within entities are not played along with', async () => {
    const bomb = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    expect(await refusal(drawing('<text>&b;</text>', bomb), 'a.svg')).toBe('file/unreadable');
  });
});

describe('a drawing that stands alone is drawn', () => {
  test.each([
    [
      'a document type as drawing programs write it',
      '<rect width="9" height="9"/>',
      '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]>',
    ],
    ['its own gradient', '<linearGradient id="g"/><rect fill="url(#g)" width="9" height="9"/>', ''],
    [
      'a hyperlink, which loads nothing',
      '<a href="http://example.org"><rect width="9" height="9"/></a>',
      '',
    ],
    [
      'a comment about an address',
      '<!-- <image href="http://example.org/a.png"/> --><rect width="9" height="9"/>',
      '',
    ],
  ])('%s', async (_, content, before) => {
    expect(await refusal(drawing(content, before), 'a.svg')).toBe('none');
  });

  test('with a picture that it carries itself', async () => {
    const png = await redAndBlue(20, 20).png().toBuffer();
    const image = `<image href="data:image/png;base64,${png.toString('base64')}" width="40" height="40"/>`;
    const { modelInput } = await read(drawing(image), 'a.svg');
    expect(difference(colourAt(modelInput, 0.2, 0.5), [224, 32, 32])).toBeLessThan(12);
  });

  test('a drawing of a few units is drawn large enough to measure', async () => {
    const small = Buffer.from(
      `<svg ${XLINK} viewBox="0 0 4 2" width="4" height="2"><rect width="4" height="2" fill="#333"/></svg>`,
    );
    const reading = await read(small, 'a.svg');
    expect([reading.width, reading.height]).toEqual([4, 2]);
    expect(await sharp(reading.thumbnail.data).metadata()).toMatchObject({
      width: 512,
      height: 256,
    });
  });

  test('a drawing of a million units is drawn small enough to hold', async () => {
    const huge = Buffer.from(
      `<svg ${XLINK} width="1000000" height="500000"><rect width="1000000" height="500000" fill="#333"/></svg>`,
    );
    expect(['none', 'file/too-many-pixels']).toContain(await refusal(huge, 'a.svg'));
  });
});

describe('nothing outside the file is read, even past the check', () => {
  let folder = '';
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'oeuvre-svg-'));
    await writeFile(join(folder, 'secret.png'), await redAndBlue(20, 20).png().toBuffer());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  test('librsvg itself loads neither files nor addresses', async () => {
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const svg = drawing(
      `<image href="${pathToFileURL(join(folder, 'secret.png')).href}" width="40" height="40"/>` +
        `<image href="http://127.0.0.1:${port}/a.png" width="40" height="40"/>`,
    );
    // The door that the check guards is opened by hand: the drawing goes to the renderer as it is.
    const blank = await openPicture(join(folder, 'a.svg'), drawing('<g/>'), 64);
    const pixels = await decodePixels({ ...blank, data: svg }, 64);
    expect(pixels.data.every((byte) => byte === 0)).toBe(true);
    expect(asked).toEqual([]);
    expect((await readFile(join(folder, 'secret.png'))).length).toBeGreaterThan(0);
  });
});
