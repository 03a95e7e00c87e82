import { readdir } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { repositoryRoot } from '../../../scripts/runtime/places.mjs';

export const SAMPLES = resolve(repositoryRoot, 'resources/samples');

const PICTURES = new Set(['.jpg', '.png', '.webp', '.tif', '.svg']);

/** Paths of all pictures of the sample portfolio. */
export async function sampleFiles(): Promise<string[]> {
  const entries = await readdir(SAMPLES, { recursive: true });
  return entries.filter((name) => PICTURES.has(extname(name))).map((name) => join(SAMPLES, name));
}
