import { Tensor } from '../onnx-runtime';

import { EngineError } from '../../../contract/errors';
import { cosineSimilarity } from '../../kernel/cosine';
import { seededRandom } from '../../kernel/random';
import { openSession, runSession } from '../open-session';
import { WRAPPED, type Wrapping } from './wrap-vision';

/** Rounding differs a little between two graphs, even more so with 16-bit numbers. */
const LEAST_COSINE = 0.999;

/**
 * Has the graph look at a picture of noise before and after it was wrapped: the answers must be the same.
 *
 * @returns lengths of the two vectors
 * @throws EngineError 'model/run-failed' when they are not
 */
export async function measureWrapped(
  plain: Uint8Array,
  wrapped: Uint8Array,
  wrapping: Wrapping,
): Promise<{ style: number; subject: number }> {
  const { width, height, pixels, embedding } = wrapping;
  const random = seededRandom(1);
  const bytes = Uint8Array.from({ length: width * height * 3 }, () => Math.floor(random() * 256));
  const image = new Tensor('uint8', bytes, [1, height, width, 3]);
  const ours = await runOnce(wrapped, { [WRAPPED.image]: image }, [WRAPPED.style, WRAPPED.subject]);
  const [style, subject] = ours;
  // Noise in 16-bit numbers can't be made here; what the wrapped graph says is still tried.
  if (pixels.type === 'float32') {
    const tensor = new Tensor('float32', planes(bytes, wrapping), [1, 3, height, width]);
    const [theirs] = await runOnce(plain, { [pixels.name]: tensor }, [embedding]);
    const likeness = theirs && subject ? cosineSimilarity(theirs, subject) : 0;
    if (!(likeness >= LEAST_COSINE))
      throw new EngineError(
        'model/run-failed',
        `The wrapped graph answers otherwise than the plain one (cosine ${likeness})`,
      );
  }
  return { style: style?.length ?? 0, subject: subject?.length ?? 0 };
}

async function runOnce(
  model: Uint8Array,
  feeds: Record<string, Tensor>,
  outputs: readonly string[],
): Promise<Float32Array[]> {
  const session = await openSession(model, { name: 'the graph', threads: 2 });
  try {
    const answer = await runSession(session, feeds, outputs);
    return outputs.map((name) => Float32Array.from(answer[name]?.data as Float32Array));
  } finally {
    await session.release();
  }
}

/** What a graph's own preparation makes of the bytes. */
function planes(bytes: Uint8Array, { width, height, mean, std }: Wrapping): Float32Array {
  const size = width * height;
  return Float32Array.from({ length: size * 3 }, (_, i) => {
    const channel = Math.floor(i / size);
    const byte = bytes[(i % size) * 3 + channel] ?? 0;
    return (byte - (mean[channel] ?? 0)) / (std[channel] ?? 1);
  });
}
