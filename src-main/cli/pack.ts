import { convertPair } from '../engine/compose';
import type { PackArguments } from './pack-arguments';
import { printable } from './printable';
import type { Streams } from './streams';

/**
 * Makes a model pack of an exported pair of encoders.
 *
 * @throws EngineError 'model/*'
 */
export async function pack(options: PackArguments, streams: Streams): Promise<void> {
  const { manifest, styleTensor } = await convertPair(options);
  const dims = manifest.outputs.map(({ kind, dim }) => `${kind} ${dim}`).join(', ');
  streams.out.write(`${options.to}: ${printable(manifest.name)} (${dims}), tried and sound.\n`);
  streams.error.write(
    styleTensor === null
      ? 'No layer was found to take the style from: it is the same as the subject (--style-tensor).\n'
      : `The style is taken from ${printable(styleTensor)}.\n`,
  );
}
