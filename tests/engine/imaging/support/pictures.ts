import sharp, { type Sharp } from 'sharp';
import type { RgbImage } from '../../../../src-main/engine/kernel/rgb-image';
import { readWork } from '../../../../src-main/engine/imaging/read-work';
import type { WorkReading } from '../../../../src-main/engine/imaging/work-reading';

export const MODEL_INPUT = { width: 224, height: 224, fit: 'fill' } as const;

/** Reads a work as the indexing does. */
export function read(bytes: Uint8Array, name = 'work.jpg'): Promise<WorkReading> {
  return readWork(`/portfolio/${name}`, bytes, MODEL_INPUT);
}

/** The code with which a file is refused; 'none' when it is read after all. */
export async function refusal(bytes: Uint8Array, name = 'work.jpg'): Promise<string> {
  return await read(bytes, name).then(
    () => 'none',
    (error: unknown) =>
      error instanceof Error && 'code' in error ? String(error.code) : String(error),
  );
}

/** A wide picture: red on the left, blue on the right, so that turning and mirroring show. */
export function redAndBlue(width = 300, height = 200): Sharp {
  const half = Math.round(width / 2);
  const canvas = { width, height, channels: 3, background: '#e02020' } as const;
  const right = { width: width - half, height, channels: 3, background: '#2030e0' } as const;
  return sharp({ create: canvas }).composite([{ input: { create: right }, left: half, top: 0 }]);
}

/** The colour at a place of a picture, 0..1 from the left and from the top. */
export function colourAt({ width, height, data }: RgbImage, x: number, y: number): number[] {
  const column = Math.min(width - 1, Math.floor(x * width));
  const row = Math.min(height - 1, Math.floor(y * height));
  return Array.from(data.subarray((row * width + column) * 3, (row * width + column) * 3 + 3));
}

/** Which of the two colours of `redAndBlue` is at a place. */
export function hueAt(image: RgbImage, x: number, y: number): 'red' | 'blue' {
  const [red = 0, , blue = 0] = colourAt(image, x, y);
  return red > blue ? 'red' : 'blue';
}

/** The largest difference of two colours in any channel. */
export function difference(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((value, i) => Math.abs(value - (other[i] ?? 0))));
}

export async function iccOf(profile: 'p3' | 'srgb' | 'cmyk'): Promise<Uint8Array> {
  const source = sharp({ create: { width: 1, height: 1, channels: 3, background: '#808080' } });
  const jpeg =
    profile === 'cmyk'
      ? source.toColourspace('cmyk').withIccProfile('cmyk')
      : source.withIccProfile(profile);
  const { icc } = await sharp(await jpeg.jpeg().toBuffer()).metadata();
  if (!icc) throw new Error('Expected a profile in the picture just written');
  return icc;
}
