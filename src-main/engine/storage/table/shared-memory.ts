/** Memory that threads see without a copy. */
export function sharedBytes(length: number): SharedArrayBuffer {
  return new SharedArrayBuffer(length);
}

export function sharedFloats(length: number): Float32Array<SharedArrayBuffer> {
  return new Float32Array(sharedBytes(length * Float32Array.BYTES_PER_ELEMENT));
}
