/**
 * OKLab hue of the colours that stand at 0, 60, 120 ... degrees of the painters' twelve-part circle (Itten, The
 * Art of Color, 1961: red, orange, yellow, green, blue, violet), read from the printed circle. On OKLab's own circle
 * red faces a blue-green, here it faces the green that painters call its complement.
 */
const OKLAB_HUES = [26, 60, 104, 150, 258, 308, 386];
const STEP = 60;

/** OKLab hue in degrees to the place on the painters' circle, 0 red, 120 yellow, 240 blue. */
export function toPaintersWheel(hue: number): number {
  const h = hue < OKLAB_HUES[0]! ? hue + 360 : hue;
  let part = 0;
  while (part < 5 && h >= OKLAB_HUES[part + 1]!) part++;
  const [from, to] = [OKLAB_HUES[part]!, OKLAB_HUES[part + 1]!];
  return (STEP * (part + (h - from) / (to - from))) % 360;
}

/** The way back. */
export function fromPaintersWheel(angle: number): number {
  const place = (((angle % 360) + 360) % 360) / STEP;
  const part = Math.floor(place);
  const [from, to] = [OKLAB_HUES[part]!, OKLAB_HUES[part + 1]!];
  return (from + (place - part) * (to - from)) % 360;
}
