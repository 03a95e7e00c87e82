const context = new OffscreenCanvas(1, 1).getContext('2d');
const known = new Map<string, number>();

/** Width of a text in px, as the browser sets it. */
export function measureText(text: string, font: string): number {
  const key = `${font} ${text}`;
  let width = known.get(key);
  if (width === undefined) {
    if (context) context.font = font;
    width = context?.measureText(text).width ?? text.length * 8;
    known.set(key, width);
  }
  return width;
}
