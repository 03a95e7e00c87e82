import { describe, expect, test } from 'vitest';
import type { FileMetadata } from '../../../src-main/contract';
import {
  exifPayload,
  iptcPayload,
  withSegment,
  withTiffTexts,
  xmpPacket,
} from './support/metadata-blocks';
import { read, redAndBlue } from './support/pictures';

const APP1 = 0xe1;
const APP13 = 0xed;
const utf8 = (text: string) => Buffer.from(text, 'utf8');
const TAG = {
  description: 0x010e,
  make: 0x010f,
  model: 0x0110,
  artist: 0x013b,
  xpTitle: 0x9c9b,
  xpKeywords: 0x9c9e,
};

async function metadataOf(bytes: Uint8Array, name = 'work.jpg'): Promise<FileMetadata> {
  return (await read(bytes, name)).metadata;
}

const dated = () =>
  redAndBlue().withExif({
    IFD0: { Make: 'Canon', Model: 'Canon EOS R5', Artist: 'Anna Ancher' },
    IFD2: {
      DateTimeOriginal: '2019:05:04 12:30:00',
      OffsetTimeOriginal: '+02:00',
      DateTimeDigitized: '2020:01:01 00:00:00',
      LensModel: 'RF50mm F1.2 L USM',
    },
  });

describe('EXIF', () => {
  test.each([
    ['jpeg', () => dated().jpeg().toBuffer()],
    ['png', () => dated().png().toBuffer()],
    ['webp', () => dated().webp().toBuffer()],
    ['avif', () => dated().avif({ effort: 0 }).toBuffer()],
  ])('of a %s', async (format, encode) => {
    expect(await metadataOf(await encode(), `work.${format}`)).toMatchObject({
      format,
      takenAt: '2019-05-04T12:30:00+02:00',
      camera: 'Canon EOS R5',
      lens: 'RF50mm F1.2 L USM',
      author: 'Anna Ancher',
    });
  });

  test("of a TIFF stands in the file's own directories", async () => {
    const texts = {
      [TAG.make]: 'Phase One',
      [TAG.model]: 'IQ4 150MP',
      [TAG.artist]: 'Anna Ancher',
    };
    const tiff = withTiffTexts(await redAndBlue().tiff().toBuffer(), texts);
    expect(await metadataOf(tiff, 'work.tif')).toMatchObject({
      format: 'tiff',
      camera: 'Phase One IQ4 150MP',
      author: 'Anna Ancher',
    });
  });

  test('nothing is said of a work that says nothing', async () => {
    expect(await metadataOf(await redAndBlue().jpeg().toBuffer())).toMatchObject({
      takenAt: null,
      camera: null,
      lens: null,
      title: null,
      author: null,
      description: null,
      keywords: [],
    });
  });

  test("a title in Windows' own fields, a description in UTF-8, keywords", async () => {
    const payload = exifPayload({
      [TAG.description]: utf8('Öl auf Leinwand, 春の海\0'),
      [TAG.xpTitle]: Buffer.from('夜航\0', 'utf16le'),
      [TAG.xpKeywords]: Buffer.from('sea;night;\0', 'utf16le'),
    });
    const jpeg = withSegment(await redAndBlue().jpeg().toBuffer(), APP1, payload);
    expect(await metadataOf(jpeg)).toMatchObject({
      title: '夜航',
      description: 'Öl auf Leinwand, 春の海',
      keywords: ['sea', 'night'],
    });
  });

  test.each([
    ['Western', Buffer.from('Caf\xe9 \xe0 minuit\0', 'latin1'), 'Café à minuit'],
    ['Chinese', Buffer.from([0xb4, 0xba, 0xba, 0xa3, 0]), '春海'],
  ])('an artist in an older %s encoding', async (_, name, expected) => {
    const payload = exifPayload({ [TAG.artist]: name });
    expect(
      await metadataOf(withSegment(await redAndBlue().jpeg().toBuffer(), APP1, payload)),
    ).toMatchObject({
      author: expected,
    });
  });

  test('what a camera writes of itself is no description', async () => {
    const payload = exifPayload({ [TAG.description]: utf8('OLYMPUS DIGITAL CAMERA         \0') });
    expect(
      await metadataOf(withSegment(await redAndBlue().jpeg().toBuffer(), APP1, payload)),
    ).toMatchObject({
      description: null,
    });
  });
});

describe('IPTC and XMP', () => {
  test('IPTC tells title, author, caption, keywords and date', async () => {
    const payload = iptcPayload([
      [5, utf8('Evening at Skagen')],
      [25, utf8('beach')],
      [25, utf8('dusk')],
      [55, utf8('18930712')],
      [80, utf8('P. S. Krøyer')],
      [120, utf8('Two women on the shore')],
    ]);
    expect(
      await metadataOf(withSegment(await redAndBlue().jpeg().toBuffer(), APP13, payload)),
    ).toMatchObject({
      title: 'Evening at Skagen',
      author: 'P. S. Krøyer',
      description: 'Two women on the shore',
      keywords: ['beach', 'dusk'],
      takenAt: '1893-07-12',
    });
  });

  test.each([
    ['jpeg', (xmp: string) => redAndBlue().withXmp(xmp).jpeg().toBuffer()],
    ['png', (xmp: string) => redAndBlue().withXmp(xmp).png().toBuffer()],
    ['webp', (xmp: string) => redAndBlue().withXmp(xmp).webp().toBuffer()],
    ['tiff', (xmp: string) => redAndBlue().withXmp(xmp).tiff().toBuffer()],
  ])('XMP of a %s comes before the rest', async (format, encode) => {
    const xmp = xmpPacket(
      '<dc:title><rdf:Alt><rdf:li xml:lang="da">Sommer</rdf:li><rdf:li xml:lang="x-default">Summer &amp; sea</rdf:li></rdf:Alt></dc:title>' +
        '<dc:creator><rdf:Seq><rdf:li>Marie</rdf:li></rdf:Seq></dc:creator>' +
        '<dc:subject><rdf:Bag><rdf:li>light</rdf:li><rdf:li>光</rdf:li></rdf:Bag></dc:subject>' +
        '<photoshop:DateCreated>2016-08</photoshop:DateCreated>',
    );
    expect(await metadataOf(await encode(xmp), `work.${format}`)).toMatchObject({
      title: 'Summer & sea',
      author: 'Marie',
      keywords: ['light', '光'],
      takenAt: '2016-08-01',
    });
  });

  test('XMP properties may be attributes', async () => {
    const xmp = xmpPacket('').replace(
      '<rdf:Description ',
      '<rdf:Description xmp:CreateDate="2011-02-03T04:05:06Z" ',
    );
    expect(await metadataOf(await redAndBlue().withXmp(xmp).png().toBuffer())).toMatchObject({
      takenAt: '2011-02-03T04:05:06Z',
    });
  });
});

describe('broken metadata', () => {
  test.each([
    [
      'an EXIF block of noise',
      APP1,
      Buffer.concat([utf8('Exif\0\0MM\0*'), Buffer.alloc(60, 0xee)]),
    ],
    [
      'an endless EXIF directory',
      APP1,
      Buffer.concat([utf8('Exif\0\0MM\0*\0\0\0\x08'), Buffer.alloc(40, 0xff)]),
    ],
    ['an XMP packet that is no XML', APP1, utf8('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta <<< &&')],
    ['IPTC that ends early', APP13, iptcPayload([[5, utf8('Title')]]).subarray(0, 32)],
  ])('%s never fails the file', async (_, marker, payload) => {
    const jpeg = withSegment(await redAndBlue().jpeg().toBuffer(), marker, payload);
    expect(await metadataOf(jpeg)).toMatchObject({ format: 'jpeg', author: null });
  });

  test('a clock that was never set says nothing', async () => {
    const jpeg = await redAndBlue()
      .withExif({ IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } })
      .jpeg()
      .toBuffer();
    expect((await metadataOf(jpeg)).takenAt).toBeNull();
  });
});
