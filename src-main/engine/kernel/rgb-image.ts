/**
 * Plain sRGB pixels without alpha, as they pass between decoding, measuring and inference.
 */
export interface RgbImage {
  width: number;
  height: number;
  /** 3 bytes a pixel (R, G, B), row-major; `length === width * height * 3`. */
  data: Uint8Array;
}
