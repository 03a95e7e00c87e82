/**
 * The few pieces of the protobuf wire format that an ONNX file needs.
 * Source: protobuf.dev, Encoding (varints, length-delimited records).
 */

/** A non-negative integer field, wire type 0. */
export function integerField(field: number, value: number): Uint8Array {
  return concat([varint(field * 8), varint(value)]);
}

/** A text, byte string or nested message, wire type 2. */
export function bytesField(field: number, value: string | Uint8Array): Uint8Array {
  const bytes = typeof value === 'string' ? new TextEncoder().encode(value) : value;
  return concat([varint(field * 8 + 2), varint(bytes.length), bytes]);
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Uint8Array.from([...bytes, rest]);
}
