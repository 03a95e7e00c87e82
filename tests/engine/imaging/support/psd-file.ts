/** A Photoshop document without layers whose merged image is stored plainly, plane after plane. */
export function psdFile(picture: {
  width: number;
  height: number;
  depth: 8 | 16;
  /** 1 grey, 3 RGB, 4 CMYK, 7 multichannel. */
  mode: number;
  planes: readonly Uint8Array[];
}): Buffer {
  const header = Buffer.alloc(26);
  header.write('8BPS', 0, 'latin1');
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(picture.planes.length, 12);
  header.writeUInt32BE(picture.height, 14);
  header.writeUInt32BE(picture.width, 18);
  header.writeUInt16BE(picture.depth, 22);
  header.writeUInt16BE(picture.mode, 24);
  const emptySections = Buffer.alloc(12);
  const plain = Buffer.alloc(2);
  return Buffer.concat([header, emptySections, plain, ...picture.planes]);
}
