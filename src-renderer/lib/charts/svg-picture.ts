/** What of an element's look is drawn in a picture of it. */
const LOOK = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'font-variant-numeric',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
] as const;

const SCALE = 3;
const MARGIN = 24;
const ABSENT = '[data-not-in-picture]';

/**
 * A chart as a PNG, three times as large as on the screen, on the ground it stands on, with its fonts and pictures.
 *
 * @throws when the browser cannot draw it
 */
export async function svgPicture(
  svg: SVGSVGElement,
  ground: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const { width, height } = svg.getBoundingClientRect();
  const copy = await standalone(svg, { width, height });
  const image = new Image();
  image.src = URL.createObjectURL(
    new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' }),
  );
  try {
    await image.decode();
    return await pngOf(image, { width, height, ground });
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

async function pngOf(
  image: HTMLImageElement,
  { width, height, ground }: { width: number; height: number; ground: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = new OffscreenCanvas(
    Math.ceil((width + 2 * MARGIN) * SCALE),
    Math.ceil((height + 2 * MARGIN) * SCALE),
  );
  const context = canvas.getContext('2d');
  if (!context) throw new Error('Expected a canvas to draw on');
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, MARGIN * SCALE, MARGIN * SCALE, width * SCALE, height * SCALE);
  const blob = await canvas.convertToBlob({ type: 'image/png' });
  return new Uint8Array(await blob.arrayBuffer());
}

/** A copy that needs nothing outside itself. */
async function standalone(
  svg: SVGSVGElement,
  { width, height }: { width: number; height: number },
): Promise<SVGSVGElement> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const originals = [svg, ...svg.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((element, at) => {
    const look = getComputedStyle(originals[at] ?? svg);
    const style = LOOK.map((name) => `${name}:${look.getPropertyValue(name)}`).join(';');
    if (!/^(stop|linearGradient|defs|image)$/.test(element.tagName))
      element.setAttribute('style', style);
  });
  copy.querySelectorAll(ABSENT).forEach((element) => element.remove());
  await Promise.all([...copy.querySelectorAll('image')].map(embedImage));
  const style = document.createElementNS('http://www.w3.org/2000/svg', 'style');
  style.textContent = await embeddedFonts(copy.textContent ?? '');
  copy.prepend(style);
  return copy;
}

async function embedImage(image: SVGImageElement): Promise<void> {
  const address = image.getAttribute('href');
  if (address) image.setAttribute('href', await dataAddress(address));
}

async function dataAddress(address: string): Promise<string> {
  const blob = await (await fetch(address)).blob();
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (let start = 0; start < bytes.length; start += 0x8000)
    text += String.fromCharCode(...bytes.subarray(start, start + 0x8000));
  return `data:${blob.type};base64,${btoa(text)}`;
}

/** The page's own font faces that these letters need, each with its file inside. */
async function embeddedFonts(text: string): Promise<string> {
  const faces = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule),
  );
  const letters = [...new Set(text)].map((letter) => letter.codePointAt(0) ?? 0);
  const needed = faces.filter((face) =>
    covers(face.style.getPropertyValue('unicode-range'), letters),
  );
  return (await Promise.all(needed.map(embedFace))).join('\n');
}

function covers(ranges: string, letters: readonly number[]): boolean {
  if (!ranges) return true;
  return ranges.split(',').some((range) => {
    const [from = 0, to = from] = range
      .trim()
      .replace(/^u\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return letters.some((letter) => letter >= from && letter <= to);
  });
}

async function embedFace(face: CSSFontFaceRule): Promise<string> {
  const address = /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue('src'))?.[1];
  if (!address) return '';
  const base = face.parentStyleSheet?.href ?? document.baseURI;
  const data = await dataAddress(new URL(address, base).href);
  const named = ['font-family', 'font-weight', 'font-style'].map(
    (name) => `${name}:${face.style.getPropertyValue(name)}`,
  );
  return `@font-face{${named.join(';')};src:url(${data})}`;
}
