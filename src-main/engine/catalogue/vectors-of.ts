import type { RgbImage } from '../kernel/rgb-image';
import type { VectorKind } from '../storage/repositories/vectors';
import type { Encoder } from './ports';

/** What a model makes of one work, as the catalogue keeps it. */
export type WorkVectors = ReadonlyMap<VectorKind, Float32Array>;

/** One run of the model. @returns the vectors in the order of the images */
export async function vectorsOf(
  encoder: Encoder,
  images: readonly RgbImage[],
): Promise<WorkVectors[]> {
  const { style, subject, joint, heads } = await encoder.embed(images);
  return images.map((_, i) => {
    const vectors = new Map<VectorKind, Float32Array>();
    const put = (kind: VectorKind, vector?: Float32Array) => vector && vectors.set(kind, vector);
    put('style', style[i]);
    put('subject', subject[i]);
    put('joint', joint[i]);
    for (const [id, rows] of Object.entries(heads)) put(`head:${id}`, rows[i]);
    return vectors;
  });
}
