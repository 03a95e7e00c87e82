import { TiffBlock, type TiffDirectory } from '../tiff/read-ifd';
import { TAG } from '../tiff/tiff-tags';
import { isoDate } from './dates';
import { decodeText, decodeUtf16 } from './decode-text';
import { cleanText, type Facts } from './facts';

/** What cameras write into the description by themselves. */
const CAMERA_PHRASES =
  /^(olympus digital camera|samsung camera pictures|digital camera|dcim\\.*|.*jpeg image|screenshot|untitled)\s*$/i;

/** Reads an EXIF block, with or without the 'Exif' mark in front, or the directories of a TIFF file. */
export function exifFacts(block: Uint8Array): Facts {
  const tiff = TiffBlock.open(withoutMark(block));
  const main = tiff?.first();
  if (!tiff || !main) return {};
  const exif = tiff.directory(main.numberOf(TAG.exifIfd) ?? 0);
  const description = textOf(main, TAG.imageDescription);
  return {
    takenAt: takenAt(exif),
    camera: cameraName(textOf(main, TAG.make), textOf(main, TAG.model)),
    lens: exif ? textOf(exif, TAG.lensModel) : null,
    title: wideTextOf(main, TAG.xpTitle),
    author: textOf(main, TAG.artist) ?? wideTextOf(main, TAG.xpAuthor),
    description:
      (description !== null && CAMERA_PHRASES.test(description) ? null : description) ??
      wideTextOf(main, TAG.xpComment) ??
      wideTextOf(main, TAG.xpSubject),
    keywords: (wideTextOf(main, TAG.xpKeywords) ?? '').split(';'),
  };
}

/** EXIF orientation 1..8 of a block's main directory, undefined where it says none. */
export function exifOrientation(block: Uint8Array): number | undefined {
  const orientation = TiffBlock.open(withoutMark(block))?.first()?.numberOf(TAG.orientation);
  return orientation !== undefined && orientation >= 1 && orientation <= 8
    ? orientation
    : undefined;
}

function withoutMark(block: Uint8Array): Uint8Array {
  const marked = block[0] === 0x45 && block[1] === 0x78 && block[2] === 0x69 && block[3] === 0x66;
  return marked ? block.subarray(6) : block;
}

function takenAt(exif: TiffDirectory | null | undefined): string | null {
  if (!exif) return null;
  const read = (date: number, zone: number) =>
    isoDate(textOf(exif, date) ?? '', textOf(exif, zone) ?? textOf(exif, TAG.offsetTime) ?? '');
  return (
    read(TAG.dateTimeOriginal, TAG.offsetTimeOriginal) ??
    read(TAG.dateTimeDigitised, TAG.offsetTimeDigitised)
  );
}

/** 'Canon' and 'Canon EOS R5' are said once. */
function cameraName(make: string | null, model: string | null): string | null {
  if (make === null || model === null) return model ?? make;
  const brand = make.split(/\s/)[0] ?? make;
  return model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${make} ${model}`;
}

function textOf(directory: TiffDirectory, tag: number): string | null {
  return cleanText(decodeText(directory.bytesOf(tag)));
}

function wideTextOf(directory: TiffDirectory, tag: number): string | null {
  return cleanText(decodeUtf16(directory.bytesOf(tag)));
}
