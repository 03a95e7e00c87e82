import { XMLParser } from 'fast-xml-parser';
import { isoDate } from './dates';
import type { Facts } from './facts';

const MAX_XMP_CHARACTERS = 512 * 1024;
const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
});

type Node = Record<string, unknown>;

/** Reads an XMP packet (Adobe XMP Specification, part 1): properties as elements or as attributes. */
export function xmpFacts(packet: string): Facts {
  if (packet.length > MAX_XMP_CHARACTERS) return {};
  const start = packet.indexOf('<');
  const properties = collectProperties(parser.parse(packet.slice(Math.max(0, start))));
  const text = (...names: string[]): string | null =>
    names.map((name) => valuesOf(properties[name])[0]).find((value) => value !== undefined) ?? null;
  return {
    takenAt: firstDate(
      text('exif:DateTimeOriginal'),
      text('photoshop:DateCreated'),
      text('xmp:CreateDate'),
    ),
    camera: text('tiff:Model'),
    lens: text('aux:Lens', 'exifEX:LensModel'),
    title: text('dc:title', 'photoshop:Headline'),
    author: text('dc:creator', 'tiff:Artist'),
    description: text('dc:description', 'tiff:ImageDescription'),
    keywords: valuesOf(properties['dc:subject']),
  };
}

function firstDate(...texts: (string | null)[]): string | null {
  return texts.map((text) => isoDate(text ?? '')).find((date) => date !== null) ?? null;
}

/** The properties of all `rdf:Description` elements, the first one first. */
function collectProperties(node: unknown, depth = 0): Node {
  if (depth > 6 || !isNode(node)) return {};
  const found: Node = {};
  for (const [name, child] of Object.entries(node)) {
    const children = Array.isArray(child) ? child : [child];
    for (const one of children) {
      const inner =
        name === 'rdf:Description' && isNode(one) ? one : collectProperties(one, depth + 1);
      for (const [key, value] of Object.entries(inner)) found[key] ??= value;
    }
  }
  return found;
}

/** The values of a property: plain, or the items of a Bag, Seq or Alt (of an Alt the default comes first). */
function valuesOf(property: unknown): string[] {
  if (typeof property === 'string') return property === '' ? [] : [property];
  if (Array.isArray(property)) return property.flatMap(valuesOf);
  if (!isNode(property)) return [];
  const list = property['rdf:Bag'] ?? property['rdf:Seq'] ?? property['rdf:Alt'];
  if (isNode(list)) return valuesOf(defaultFirst(list['rdf:li']));
  return valuesOf(property['#text']);
}

function defaultFirst(items: unknown): unknown {
  if (!Array.isArray(items)) return items;
  const isDefault = (item: unknown) => isNode(item) && item['xml:lang'] === 'x-default';
  return [...items.filter(isDefault), ...items.filter((item) => !isDefault(item))];
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
