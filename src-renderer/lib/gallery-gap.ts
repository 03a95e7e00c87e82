const SMALL = { zoom: 160, gap: 6 };
const LARGE = { zoom: 400, gap: 16 };

/** px between works: close together when small, with air around them when large. @param zoom row height in px */
export function galleryGap(zoom: number): number {
  const share = Math.max(0, Math.min(1, (zoom - SMALL.zoom) / (LARGE.zoom - SMALL.zoom)));
  return Math.round(SMALL.gap + share * (LARGE.gap - SMALL.gap));
}
