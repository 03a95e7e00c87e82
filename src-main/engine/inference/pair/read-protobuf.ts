/** One field of a protobuf message. */
export interface Field {
  number: number;
  /** A text, byte string or nested message; empty for numbers. */
  bytes: Uint8Array;
  /** The field as it stands in the message, with its tag. */
  raw: Uint8Array;
}

/**
 * Walks over the fields of a message, without a copy.
 * Source: protobuf.dev, Encoding (varints, length-delimited records).
 *
 * @throws RangeError when the bytes are no protobuf message
 */
export function* readFields(message: Uint8Array): Generator<Field> {
  let at = 0;
  const varint = (): number => {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = message[at++];
      if (byte === undefined || scale > 2 ** 63)
        throw new RangeError('Expected a protobuf message');
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const start = at;
    const tag = varint();
    const wire = tag % 8;
    let from = at;
    if (wire === 0) varint();
    else if (wire === 1) at += 8;
    else if (wire === 5) at += 4;
    else if (wire === 2) {
      const length = varint();
      from = at;
      at += length;
    } else throw new RangeError('Expected a protobuf message');
    if (at > message.length) throw new RangeError('Expected a protobuf message');
    yield {
      number: Math.floor(tag / 8),
      bytes: message.subarray(wire === 2 ? from : at, at),
      raw: message.subarray(start, at),
    };
  }
}

/** A nested text; null when the message has none by this number. */
export function textOf(message: Uint8Array, number: number): string | null {
  for (const field of readFields(message))
    if (field.number === number) return new TextDecoder().decode(field.bytes);
  return null;
}
