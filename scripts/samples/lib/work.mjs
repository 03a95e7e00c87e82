/**
 * @typedef {object} Relation
 * @property {'near-duplicate' | 'variant' | 'outlier'} kind
 * @property {string} [of] the file it comes from, as `series/number title`
 * @property {string} [how] what was done to it
 */
/**
 * @typedef {object} Work
 * @property {string} title
 * @property {string} date YYYY-MM-DD
 * @property {string[]} keywords
 * @property {() => import('./canvas.mjs').Canvas | import('sharp').Sharp | string} draw
 *   a picture, or the text of an SVG
 * @property {'jpg' | 'png' | 'webp' | 'tif' | 'svg'} [format] jpg where it isn't told
 * @property {number} [quality]
 * @property {Relation} [relation]
 */
/**
 * @typedef {object} Series
 * @property {string} name also its folder
 * @property {string} style
 * @property {string} statement one sentence
 * @property {Work[]} works in the order of their numbers
 */

export {};
