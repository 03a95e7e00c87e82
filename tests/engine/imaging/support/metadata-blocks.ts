/** A JPEG with one more segment right after its start. */
export function withSegment(jpeg: Uint8Array, marker: number, payload: Uint8Array): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt8(0xff, 0);
  head.writeUInt8(marker, 1);
  head.writeUInt16BE(payload.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)]);
}

/** An APP1 payload: the EXIF mark and a big-endian directory of byte strings by tag. */
export function exifPayload(fields: Readonly<Record<number, Uint8Array>>): Buffer {
  const entries = Object.entries(fields);
  const directory = Buffer.alloc(8 + 2 + entries.length * 12 + 4);
  directory.write('MM\0*', 0, 'latin1');
  directory.writeUInt32BE(8, 4);
  directory.writeUInt16BE(entries.length, 8);
  let outside = directory.length;
  entries.forEach(([tag, value], i) => {
    const at = 10 + i * 12;
    directory.writeUInt16BE(Number(tag), at);
    directory.writeUInt16BE(1, at + 2);
    directory.writeUInt32BE(value.length, at + 4);
    if (value.length > 4) directory.writeUInt32BE(outside, at + 8);
    else directory.set(value, at + 8);
    if (value.length > 4) outside += value.length;
  });
  const values = entries.map(([, value]) => value).filter(({ length }) => length > 4);
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), directory, ...values]);
}

/** An APP13 payload: Photoshop's image resources with one block of IPTC datasets of record 2. */
export function iptcPayload(datasets: readonly (readonly [number, Uint8Array])[]): Buffer {
  const records = datasets.map(([dataset, value]) => {
    const head = Buffer.from([0x1c, 2, dataset, value.length >> 8, value.length & 255]);
    return Buffer.concat([head, value]);
  });
  const block = Buffer.concat(records);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(block.length);
  const padding = Buffer.alloc(block.length % 2);
  return Buffer.concat([
    Buffer.from('Photoshop 3.0\0' + '8BIM\x04\x04\0\0', 'latin1'),
    length,
    block,
    padding,
  ]);
}

export function xmpPacket(properties: string): string {
  return (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">' +
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" ' +
    `xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/">${properties}</rdf:Description>` +
    '</rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
  );
}

/** A little-endian TIFF file with more text fields: its directory is written anew behind the file. */
export function withTiffTexts(tiff: Buffer, texts: Readonly<Record<number, string>>): Buffer {
  const old = tiff.readUInt32LE(4);
  const count = tiff.readUInt16LE(old);
  const entries = Array.from({ length: count }, (_, i) =>
    Buffer.from(tiff.subarray(old + 2 + i * 12, old + 14 + i * 12)),
  );
  const values: Buffer[] = [];
  let end = tiff.length;
  for (const [tag, text] of Object.entries(texts)) {
    const value = Buffer.from(`${text}\0`, 'utf8');
    const entry = Buffer.alloc(12);
    entry.writeUInt16LE(Number(tag), 0);
    entry.writeUInt16LE(2, 2);
    entry.writeUInt32LE(value.length, 4);
    entry.writeUInt32LE(end, 8);
    entries.push(entry);
    values.push(value);
    end += value.length;
  }
  entries.sort((one, other) => one.readUInt16LE(0) - other.readUInt16LE(0));
  const size = Buffer.alloc(2);
  size.writeUInt16LE(entries.length);
  const file = Buffer.concat([tiff, ...values, size, ...entries, Buffer.alloc(4)]);
  file.writeUInt32LE(end, 4);
  return file;
}
