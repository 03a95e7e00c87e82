const AV1_BRANDS = ['avif', 'avis'];
const HEVC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs'];
const NEUTRAL_BRANDS = ['mif1', 'msf1', 'mif2'];

/**
 * Tells AVIF from HEIC by the brands of the file type box (ISO/IEC 23008-12, annex B); files that only call
 * themselves a still image are told apart by the kind of their first coded item.
 *
 * @param head the first bytes of the file as latin1 text, starting with the file type box
 */
export function heifFormat(head: string): 'avif' | 'heic' | null {
  const length = boxLength(head);
  const brands = [head.slice(8, 12), ...(head.slice(16, length).match(/.{4}/gs) ?? [])];
  if (brands.some((brand) => AV1_BRANDS.includes(brand))) return 'avif';
  if (brands.some((brand) => HEVC_BRANDS.includes(brand))) return 'heic';
  if (!brands.some((brand) => NEUTRAL_BRANDS.includes(brand))) return null;
  return head.includes('av01') ? 'avif' : 'heic';
}

function boxLength(head: string): number {
  const [a = 0, b = 0, c = 0, d = 0] = Array.from(head.slice(0, 4), (char) => char.charCodeAt(0));
  return ((a << 24) | (b << 16) | (c << 8) | d) >>> 0;
}
