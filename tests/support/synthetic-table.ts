import { TRAIT_IDS, type Swatch, type TraitId } from '../../src-main/contract';
import { normalise } from '../../src-main/engine/kernel/cosine';
import { hexOf, oklabToSrgb } from '../../src-main/engine/kernel/oklab';
import { seededRandom } from '../../src-main/engine/kernel/random';
import type { VectorTable, WorkTable } from '../../src-main/engine/storage/work-table';

/** A work as a test describes it; what is left out is drawn at random, the same in every run. */
export interface SyntheticWork {
  /** Works of one manner point in one direction of the style space; null for 'not embedded yet'. */
  manner?: number | null;
  /** Likewise in the subject space. */
  motif?: number;
  /** Hue of the palette in degrees. */
  hue?: number;
  date?: string;
  dated?: boolean;
  traits?: Partial<Record<TraitId, number>>;
  hash?: bigint;
  fileName?: string;
}

const DIM = 24;
const LOOSENESS = 0.35;

/** A library of made-up works with a structure that is known; ids count from 1. */
export function syntheticTable(works: readonly SyntheticWork[], seed = 1): WorkTable {
  const random = seededRandom(seed);
  const around = (direction: number) =>
    normalise(
      Float32Array.from(
        { length: DIM },
        (_, i) => (i === direction % DIM ? 1 : 0) + LOOSENESS * (random() - 0.5),
      ),
    );
  const hues = works.map(({ hue }) => hue ?? 360 * random());
  return {
    version: 1,
    ids: Uint32Array.from(works, (_, i) => i + 1),
    rowOf: new Map(works.map((_, i) => [i + 1, i])),
    hashes: works.map((_, i) => i.toString(16).padStart(64, '0')),
    fileNames: works.map(({ fileName }, i) => fileName ?? `work-${i + 1}.jpg`),
    dates: works.map(({ date }) => date ?? '2020-01-01'),
    dated: Uint8Array.from(works, ({ dated = true }) => Number(dated)),
    aspects: new Float32Array(works.length).fill(1.5),
    style: tableOf(
      works.map(({ manner = 0 }) => (manner === null ? new Float32Array(DIM) : around(manner))),
    ),
    subject: tableOf(works.map(({ motif }) => around(motif ?? Math.floor(random() * DIM)))),
    palette: tableOf(hues.map(paletteVector)),
    swatches: hues.map(swatchesOf),
    traits: tableOf(
      works.map(({ traits = {} }) =>
        Float32Array.from(TRAIT_IDS, (id) => (traits[id] ?? 0.5) + 0.1 * (random() - 0.5)),
      ),
    ),
    perceptual: BigUint64Array.from(works, ({ hash }) => hash ?? anyHash(random)),
  };
}

/** `count` works alike, to be spread into a list. */
export function several(count: number, work: SyntheticWork): SyntheticWork[] {
  return Array.from({ length: count }, () => ({ ...work }));
}

function tableOf(rows: readonly Float32Array[]): VectorTable {
  const dim = rows[0]?.length ?? 0;
  const data = new Float32Array(rows.length * dim);
  rows.forEach((row, i) => data.set(row, i * dim));
  return { dim, data };
}

/** Twelve soft bins around the hue circle. */
function paletteVector(hue: number): Float32Array {
  const bins = Float32Array.from({ length: 12 }, (_, bin) => {
    const away = Math.abs(((hue - bin * 30 + 540) % 360) - 180);
    return Math.exp(-((away / 40) ** 2));
  });
  return normalise(bins);
}

function swatchesOf(hue: number): Swatch[] {
  const angle = (hue * Math.PI) / 180;
  const lab: Swatch['lab'] = [0.6, 0.15 * Math.cos(angle), 0.15 * Math.sin(angle)];
  const paper: Swatch['lab'] = [0.95, 0, 0];
  const swatch = (colour: Swatch['lab'], share: number, name: Swatch['name']): Swatch => ({
    hex: hexOf(oklabToSrgb(...colour)),
    lab: colour,
    share,
    accent: false,
    name,
  });
  return [swatch(lab, 0.7, 'vermilion'), swatch(paper, 0.3, 'white')];
}

function anyHash(random: () => number): bigint {
  const half = () => BigInt(Math.floor(random() * 2 ** 32));
  return (half() << 32n) | half();
}
