import { seededRandom } from '../../src-main/engine/kernel/random';

const MODULES = 29;
const FINDERS = [
  [0, 0],
  [MODULES - 7, 0],
  [0, MODULES - 7],
] as const;

/** A filled square as SVG. */
export const square = (x: number, y: number, size: number, fill: string): string =>
  `<rect x="${x}" y="${y}" width="${size}" height="${size}" fill="${fill}"/>`;

/** As a QR code looks: three finder patterns, the rest black and white at random. */
export function qrCode(): string {
  const random = seededRandom(3);
  const data = Array.from({ length: MODULES ** 2 }, (_, i) =>
    random() < 0.5 ? square(i % MODULES, Math.floor(i / MODULES), 1, '#000') : '',
  ).join('');
  const finders = FINDERS.map(
    ([x, y]) =>
      square(x - 1, y - 1, 9, '#fff') +
      square(x, y, 7, '#000') +
      square(x + 1, y + 1, 5, '#fff') +
      square(x + 2, y + 2, 3, '#000'),
  ).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-3 -3 ${MODULES + 6} ${MODULES + 6}" width="350" height="350">
    ${square(-3, -3, MODULES + 6, '#fff')}${data}${finders}</svg>`;
}
