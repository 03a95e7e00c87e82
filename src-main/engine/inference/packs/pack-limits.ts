/** Of an archive, and of what comes out of one: no encoder for a desktop is larger. */
export const MAX_PACK_BYTES = 2 * 1024 ** 3 - 1;

/** Of `manifest.json`, which people write by hand. */
export const MAX_MANIFEST_BYTES = 1024 ** 2;

/** Weights hardly shrink: what grows more than this when unpacked was made to fill the disk. */
export const MAX_GROWTH = 100;

/** Files in an archive, also those that are passed over. */
export const MAX_ENTRIES = 256;
