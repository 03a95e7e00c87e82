export type Rgb = readonly [red: number, green: number, blue: number];

/**
 * What any CSS colour looks like on the screen, 0..255: the browser itself converts it, so that canvases use the very
 * colours of the theme.
 */
export function rgbOf(colour: string): Rgb {
  const canvas = new OffscreenCanvas(1, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return [128, 128, 128];
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
}

/** Values of custom properties as they are for an element now. */
export function tokens(element: Element, names: readonly string[]): string[] {
  const style = getComputedStyle(element);
  return names.map((name) => style.getPropertyValue(name).trim());
}
