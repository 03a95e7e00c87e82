import sharp from 'sharp';

// Two images in flight beat two threads within one image, and a cache of decoded pictures that are each
// read once only costs memory (measured, see docs of the indexing pipeline).
sharp.concurrency(1);
sharp.cache(false);

/** The most pixels a picture may have: beyond it nothing is decoded (sharp's own default, 0x3FFF squared). */
export const MAX_PIXELS = 0x3fff * 0x3fff;

/** A hostile file costs at most this many seconds. */
export const TIMEOUT_SECONDS = 60;

export { sharp };
