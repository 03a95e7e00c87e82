import type { FileMetadata, WorkAnalysis } from '../../contract';
import type { RgbImage } from '../kernel/rgb-image';

/** All that one decode of a file yields. */
export interface WorkReading {
  /** In pixels, as displayed (EXIF orientation applied). */
  width: number;
  height: number;
  metadata: FileMetadata;
  analysis: WorkAnalysis;
  /** Non-negative, L2-normalised: soft histogram in OKLab. */
  paletteVector: Float32Array;
  /** 64 bits. */
  perceptualHash: bigint;
  /** JPEG, or WebP where the work has transparency; at most 512 px on the longer side. */
  thumbnail: { data: Uint8Array; mime: 'image/jpeg' | 'image/webp' };
  /** Exactly the size the encoder asks for. */
  modelInput: RgbImage;
}

/** How the encoder wants its input cut: the whole work squeezed in, or the middle cut out. */
export interface ModelInputSize {
  width: number;
  height: number;
  fit: 'fill' | 'cover';
}
