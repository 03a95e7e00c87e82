import { Tensor } from './onnx-runtime';

import { EngineError } from '../../contract/errors';
import type { ModelInput } from '../../contract/manifest';
import type { RgbImage } from '../kernel/rgb-image';

/**
 * First stage of inference: images at exactly the model's input size to one input tensor,
 * `[batch, height, width, 3]` or `[batch, 3, height, width]` as the manifest asks.
 *
 * @throws EngineError 'model/run-failed' when an image does not have the model's input size
 */
export function preprocess(images: readonly RgbImage[], input: ModelInput): Tensor {
  const { width, height } = input;
  for (const image of images) checkSize(image, input);
  const shape =
    input.layout === 'nhwc' ? [images.length, height, width, 3] : [images.length, 3, height, width];
  const length = images.length * width * height * 3;
  if (input.dtype === 'uint8') {
    const values = new Uint8Array(length);
    fill(values, images, input, (byte) => byte);
    return new Tensor('uint8', values, shape);
  }
  const values = new Float32Array(length);
  fill(
    values,
    images,
    input,
    (byte, channel) => (byte - input.mean[channel]!) / input.std[channel]!,
  );
  return new Tensor('float32', values, shape);
}

function checkSize({ width, height, data }: RgbImage, input: ModelInput): void {
  if (width === input.width && height === input.height && data.length === width * height * 3)
    return;
  throw new EngineError(
    'model/run-failed',
    `Expected RGB images of ${input.width} x ${input.height} but received ${width} x ${height}`,
    { bytes: data.length },
  );
}

type Normalise = (byte: number, channel: number) => number;

function fill(
  target: Uint8Array | Float32Array,
  images: readonly RgbImage[],
  input: ModelInput,
  normalise: Normalise,
): void {
  const size = input.width * input.height * 3;
  images.forEach(({ data }, index) => {
    const part = target.subarray(index * size, (index + 1) * size);
    if (input.layout === 'nchw') fillPlanar(part, data, normalise);
    else if (part instanceof Uint8Array) part.set(data);
    else fillInterleaved(part, data, normalise);
  });
}

function fillInterleaved(target: Float32Array, data: Uint8Array, normalise: Normalise): void {
  for (let i = 0; i < data.length; i++) target[i] = normalise(data[i]!, i % 3);
}

function fillPlanar(
  target: Uint8Array | Float32Array,
  data: Uint8Array,
  normalise: Normalise,
): void {
  const pixels = data.length / 3;
  for (let channel = 0; channel < 3; channel++) {
    const plane = channel * pixels;
    for (let i = 0; i < pixels; i++) target[plane + i] = normalise(data[i * 3 + channel]!, channel);
  }
}
