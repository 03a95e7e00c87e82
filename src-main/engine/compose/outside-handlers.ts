import { basename } from 'node:path';
import { TRAIT_IDS, type OutsideSource, type ParsedInput, type Traits } from '../../contract';
import { worksLike } from '../style';
import type { EngineContext } from './engine-context';
import type { HandlersOf } from './handlers';
import { readOutside, type OutsideReading } from './read-outside';

/** Finds works like a picture from outside. Moving a slider does not decode the picture again. */
export function outsideHandlers(context: EngineContext): HandlersOf<'similar'> {
  let last: OutsideReading | undefined;
  return {
    'similar.outside': async ({ source, weights, limit }: ParsedInput<'similar.outside'>) => {
      // Without a usable model the palette alone is compared; Settings says what is wrong with the model.
      const encoder = await context.encoder.encoder().catch(() => null);
      last = await readOutside(source, encoder, last);
      const { reading, style, subject } = last;
      const { paletteVector: palette, analysis } = reading;
      // A plain copy: a decoder's bytes may be a part of a larger buffer, which would cross the boundary whole.
      const { mime, data } = reading.thumbnail;
      const thumbnail = { mime, data: Uint8Array.from(data) };
      const picture = { style, subject, palette, traits: traitValues(analysis.traits) };
      const hits = await worksLike(await context.table.get(), picture, { weights, limit });
      return { ...factsOf(source, reading), thumbnail, hits };
    },
  };
}

/** What is said of a picture beside what resembles it. */
function factsOf(
  source: OutsideSource,
  { width, height }: OutsideReading['reading'],
): { fileName: string; width: number; height: number } {
  if (source.kind === 'file') return { fileName: basename(source.path), width, height };
  return { fileName: source.name, width, height, ...source.size };
}

function traitValues(traits: Traits): number[] {
  return TRAIT_IDS.map((id) => traits[id]);
}
