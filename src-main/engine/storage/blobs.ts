import { TRAIT_IDS, type Traits } from '../../contract';

/** Float32 values as the bytes that are stored: little-endian, as on every machine this runs on. */
export function floatsToBlob(values: Float32Array): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

/** Copies a stored vector out; `target` must be at least as long. */
export function copyFloats(blob: Uint8Array, target: Float32Array): void {
  new Uint8Array(target.buffer, target.byteOffset, target.byteLength).set(
    blob.subarray(0, target.byteLength),
  );
}

export function blobToFloats(blob: Uint8Array): Float32Array {
  const values = new Float32Array(blob.byteLength / Float32Array.BYTES_PER_ELEMENT);
  copyFloats(blob, values);
  return values;
}

/** Traits in the order of `TRAIT_IDS`. */
export function traitsToFloats(traits: Traits): Float32Array {
  return Float32Array.from(TRAIT_IDS, (id) => traits[id]);
}

export function bits64ToBlob(bits: bigint): Uint8Array {
  const blob = new Uint8Array(8);
  new DataView(blob.buffer).setBigUint64(0, BigInt.asUintN(64, bits), true);
  return blob;
}

export function blobToBits64(blob: Uint8Array): bigint {
  return new DataView(blob.buffer, blob.byteOffset, blob.byteLength).getBigUint64(0, true);
}
