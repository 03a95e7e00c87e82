import type { FileMetadata, WorkAnalysis } from '../../contract';
import type { RgbImage } from '../kernel/rgb-image';

/** How the encoder wants its input cut. */
export interface EncoderInput {
  readonly width: number;
  readonly height: number;
  readonly fit: 'fill' | 'cover';
}

/** All that one decode of a file yields; the imaging feature makes it. */
export interface Reading {
  readonly width: number;
  readonly height: number;
  readonly metadata: FileMetadata;
  readonly analysis: WorkAnalysis;
  readonly paletteVector: Float32Array;
  readonly perceptualHash: bigint;
  readonly thumbnail: { readonly data: Uint8Array; readonly mime: 'image/jpeg' | 'image/webp' };
  readonly modelInput: RgbImage;
}

/**
 * Decodes a work once.
 *
 * @throws EngineError with a `file/*` code
 */
export type ReadWork = (path: string, bytes: Uint8Array, size: EncoderInput) => Promise<Reading>;

/** The active model. */
export interface Encoder {
  /** Changes whenever its vectors would. */
  readonly modelId: string;
  readonly input: EncoderInput;
  /** One unit vector an image and axis, and raw logits by head, in the order of the images. */
  embed(images: readonly RgbImage[]): Promise<{
    readonly style: readonly Float32Array[];
    readonly subject: readonly Float32Array[];
    /** None where the model has no space that pictures share with texts beside its subject. */
    readonly joint: readonly Float32Array[];
    readonly heads: Readonly<Record<string, readonly Float32Array[]>>;
  }>;
}

/** How a work is cut when there is no encoder to please. */
export const NO_ENCODER_INPUT: EncoderInput = { width: 224, height: 224, fit: 'fill' };
