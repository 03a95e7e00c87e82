import { iptcDate } from './dates';
import { decodeText } from './decode-text';
import type { Facts } from './facts';
import { photoshopResource } from './photoshop-resources';

/** Dataset numbers of record 2 (IPTC-NAA Information Interchange Model 4.2). */
const DATASET = {
  title: 5,
  keyword: 25,
  dateCreated: 55,
  timeCreated: 60,
  byLine: 80,
  headline: 105,
  caption: 120,
};

/** Reads IPTC records, bare or within Photoshop's image resources (as JPEG files carry them). */
export function iptcFacts(block: Uint8Array): Facts {
  const datasets = readDatasets(photoshopResource(block, 0x0404) ?? block);
  const first = (dataset: number) => datasets.get(dataset)?.[0] ?? null;
  return {
    takenAt: iptcDate(first(DATASET.dateCreated) ?? '', first(DATASET.timeCreated) ?? ''),
    title: first(DATASET.title) ?? first(DATASET.headline),
    author: first(DATASET.byLine),
    description: first(DATASET.caption),
    keywords: datasets.get(DATASET.keyword) ?? [],
  };
}

/** Every dataset of the application record: mark 0x1c, record, dataset, length, value. */
function readDatasets(bytes: Uint8Array): Map<number, string[]> {
  const found = new Map<number, string[]>();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  while (at + 5 <= bytes.length && bytes[at] === 0x1c) {
    const length = view.getUint16(at + 3);
    const end = at + 5 + length;
    if (length > 0x7fff || end > bytes.length) break;
    if (bytes[at + 1] === 2) {
      const values = found.get(bytes[at + 2] ?? 0) ?? [];
      values.push(decodeText(bytes.subarray(at + 5, end)));
      found.set(bytes[at + 2] ?? 0, values);
    }
    at = end;
  }
  return found;
}
