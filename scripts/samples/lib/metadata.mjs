export const CREATOR = 'Oeuvre sample portfolio';
export const RIGHTS = 'CC0 1.0: no rights reserved';

/**
 * The EXIF block, by the names sharp takes. IFD2 is the Exif directory.
 *
 * @param {import('./work.mjs').Work} work
 * @returns {import('sharp').Exif}
 */
export function exifOf(work) {
  const moment = `${work.date.replaceAll('-', ':')} ${hourOf(work)}`;
  return {
    IFD0: {
      ImageDescription: work.title,
      Artist: CREATOR,
      Copyright: RIGHTS,
      DateTime: moment,
      Software: 'Oeuvre samples',
    },
    IFD2: { DateTimeOriginal: moment, DateTimeDigitized: moment, ColorSpace: '1' },
  };
}

/**
 * An XMP packet with title, creator, rights, keywords and date.
 *
 * @param {import('./work.mjs').Work} work @param {string} series
 */
export function xmpOf(work, series) {
  const words = [series, ...work.keywords].map((word) => `<rdf:li>${escapeXml(word)}</rdf:li>`);
  const stamp = `${work.date}T${hourOf(work)}`;
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">${rdf(work, words.join(''), stamp)}</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** The same description for the `<metadata>` of an SVG. @param {import('./work.mjs').Work} work @param {string} series */
export function svgMetadata(work, series) {
  const words = [series, ...work.keywords].map((word) => `<rdf:li>${escapeXml(word)}</rdf:li>`);
  return `<metadata>${rdf(work, words.join(''), `${work.date}T${hourOf(work)}`)}</metadata>`;
}

/** @param {import('./work.mjs').Work} work @param {string} words @param {string} stamp */
function rdf(work, words, stamp) {
  const text = (/** @type {string} */ value) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(value)}</rdf:li></rdf:Alt>`;
  return `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmp:CreateDate="${stamp}" photoshop:DateCreated="${stamp}">
<dc:title>${text(work.title)}</dc:title><dc:rights>${text(RIGHTS)}</dc:rights>
<dc:creator><rdf:Seq><rdf:li>${CREATOR}</rdf:li></rdf:Seq></dc:creator>
<dc:subject><rdf:Bag>${words}</rdf:Bag></dc:subject></rdf:Description></rdf:RDF>`;
}

/** An hour of the working day that depends on the title alone. @param {import('./work.mjs').Work} work */
function hourOf(work) {
  const sum = [...work.title].reduce((total, letter) => total + letter.charCodeAt(0) * 7, 0);
  const two = (/** @type {number} */ value) => String(value).padStart(2, '0');
  return `${two(9 + (sum % 10))}:${two(sum % 60)}:${two((sum * 3) % 60)}`;
}

/** @param {string} text */
function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
