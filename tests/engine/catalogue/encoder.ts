import type { Encoder } from '../../../src-main/engine/catalogue/ports';

/** A small encoder that answers from the pixels alone and counts what it was asked. */
export function meanColourEncoder(modelId = 'mean-colour@1'): Encoder & { images: number } {
  return {
    modelId,
    images: 0,
    input: { width: 16, height: 16, fit: 'fill' },
    embed(images) {
      this.images += images.length;
      const vectors = images.map(({ data }) => {
        const sums = new Float32Array(3);
        data.forEach((value, i) => (sums[i % 3] = (sums[i % 3] ?? 0) + value));
        const length = Math.hypot(...sums) || 1;
        return sums.map((sum) => sum / length);
      });
      return Promise.resolve({ style: vectors, subject: vectors, joint: [], heads: {} });
    },
  };
}
