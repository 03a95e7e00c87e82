import type { ModelInput } from '../../contract/manifest';
import { seededRandom } from '../kernel/random';
import type { RgbImage } from '../kernel/rgb-image';
import { openEncoder, type EncoderOptions, type EncoderSession } from './encoder-session';
import type { LoadedModel } from './load-model-folder';
import { openTextEncoder } from './text-encoder';

/** Any seed will do: it only makes every trial of a model the same. */
const SEED = 1;

/**
 * Starts onnxruntime on a verified model and lets it look at one picture of noise. A hash only shows that the
 * file is the one its manifest means; the trial shows that it computes finite vectors of the declared lengths
 * that have a direction. Otherwise each work in turn would be blamed for what the model does wrong.
 *
 * @throws EngineError 'model/run-failed' or 'model/manifest-invalid'
 */
export async function openTriedEncoder(
  model: LoadedModel,
  options: EncoderOptions = {},
): Promise<EncoderSession> {
  const session = await openEncoder(model, options);
  try {
    await session.embed([noise(model.manifest.input)]);
    return session;
  } catch (error) {
    await session.close();
    throw error;
  }
}

/**
 * Tries all parts of a verified model, also the one that reads descriptions, and lets go of them.
 *
 * @throws EngineError 'model/run-failed' or 'model/manifest-invalid'
 */
export async function tryModel(model: LoadedModel): Promise<void> {
  await (await openTriedEncoder(model)).close();
  const { text } = model.manifest;
  if (text) await (await openTextEncoder(model.folder, text)).close();
}

/** Noise rather than one colour: an honest model may well find nothing at all in an empty picture. */
function noise({ width, height }: ModelInput): RgbImage {
  const random = seededRandom(SEED);
  return {
    width,
    height,
    data: Uint8Array.from({ length: width * height * 3 }, () => Math.floor(random() * 256)),
  };
}
