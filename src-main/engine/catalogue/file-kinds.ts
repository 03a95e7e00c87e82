const READABLE = [
  'jpg jpeg jpe jfif png apng webp gif tif tiff svg avif heic heif hif psd psb',
  // RAW: read by their embedded previews
  'dng nef nrw cr2 cr3 crw arw srf sr2 orf rw2 raf pef srw 3fr fff iiq mrw x3f erf kdc dcr mef mos rwl gpr raw',
];

/** Pictures and artists' documents that nothing here opens: named, so that nobody wonders where they are. */
const UNREADABLE = [
  'bmp dib ico tga exr hdr jxl jp2 j2k jpx pcx pnm ppm pgm pbm xcf kra ora clip procreate sai sai2 mdp',
  'ai eps afphoto afdesign cdr sketch fig indd emf wmf dds svgz',
];

const readable = new Set(READABLE.flatMap((line) => line.split(' ')));
const unreadable = new Set(UNREADABLE.flatMap((line) => line.split(' ')));

/** What a file is worth trying, by its name alone. */
export function kindOfFile(name: string): 'readable' | 'unreadable' | 'other' {
  const extension = extensionOf(name);
  if (readable.has(extension)) return 'readable';
  return unreadable.has(extension) ? 'unreadable' : 'other';
}

export function extensionOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

const JUNK = new Set([
  'thumbs.db',
  'desktop.ini',
  '$recycle.bin',
  'system volume information',
  '__macosx',
  '@eadir',
  '#recycle',
  'lost+found',
]);

/** Hidden things and what operating systems and network drives strew about. */
export function isHidden(name: string): boolean {
  return name.startsWith('.') || JUNK.has(name.toLowerCase());
}
