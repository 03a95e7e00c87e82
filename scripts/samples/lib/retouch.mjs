import { Canvas } from './canvas.mjs';

/**
 * A near-duplicate of a work, as one finds them in every archive: another export of the same picture.
 *
 * @param {import('./work.mjs').Series} series @param {number} index of the original
 * @param {{ title: string, date: string, how: string, crop?: number, brightness?: number, width?: number, format?: 'jpg' | 'webp', quality?: number }} change
 *   `crop` is the share that is cut from every side
 * @returns {import('./work.mjs').Work}
 */
export function retouched(
  series,
  index,
  { title, date, how, crop = 0, brightness = 1, width, ...encoding },
) {
  const original = series.works[index];
  const number = String(index + 1).padStart(2, '0');
  const file = `${series.name}/${number} ${original.title}.${original.format ?? 'jpg'}`;
  return {
    title,
    date,
    keywords: original.keywords,
    relation: { kind: 'near-duplicate', of: file, how },
    ...encoding,
    draw: () => {
      const drawn = original.draw();
      if (!(drawn instanceof Canvas))
        throw new Error(`Expected a picture of pixels but received ${file}`);
      const [left, top] = [Math.round(drawn.width * crop), Math.round(drawn.height * crop)];
      const cut = { left, top, width: drawn.width - 2 * left, height: drawn.height - 2 * top };
      return drawn
        .toSharp()
        .extract(cut)
        .modulate({ brightness })
        .resize(width ?? cut.width);
    },
  };
}
