import type { Swatch } from '../../../contract';
import { parseHex } from '../../kernel/oklab';
import type { Column } from '../work-table';
import { sharedBytes, sharedFloats } from './shared-memory';

/** A palette has at most this many colours, see `workAnalysisSchema`. */
const SLOTS = 8;
const ACCENT = 1 << 24;

/** Palettes in memory that threads share, with room for eight colours a work. */
export interface PackedSwatches {
  readonly counts: Uint8Array;
  /** L, a, b and share of every slot. */
  readonly values: Float32Array;
  /** 0xrrggbb, and a bit above for accents. */
  readonly colours: Uint32Array;
  /** Place in `names`. */
  readonly nameOf: Uint16Array;
  readonly names: readonly string[];
}

/** A column of palettes that costs no object a row: a large library would have a million of them. */
export class SwatchColumn implements Column<readonly Swatch[]> {
  readonly #places: Map<string, number>;
  readonly #names: string[];
  readonly #columns: Omit<PackedSwatches, 'names'>;

  constructor({ names, ...columns }: PackedSwatches) {
    this.#columns = columns;
    this.#names = [...names];
    this.#places = new Map(names.map((name, place) => [name, place]));
  }

  static ofRows(rows: number): SwatchColumn {
    return new SwatchColumn({
      counts: new Uint8Array(sharedBytes(rows)),
      values: sharedFloats(rows * SLOTS * 4),
      colours: new Uint32Array(sharedBytes(rows * SLOTS * Uint32Array.BYTES_PER_ELEMENT)),
      nameOf: new Uint16Array(sharedBytes(rows * SLOTS * Uint16Array.BYTES_PER_ELEMENT)),
      names: [],
    });
  }

  get length(): number {
    return this.#columns.counts.length;
  }

  get packed(): PackedSwatches {
    return { ...this.#columns, names: this.#names };
  }

  at(row: number): Swatch[] | undefined {
    const count = this.#columns.counts[row];
    if (count === undefined) return undefined;
    return Array.from({ length: count }, (_, i) => this.#read(row * SLOTS + i));
  }

  set(row: number, palette: readonly Swatch[]): void {
    const kept = palette.slice(0, SLOTS);
    this.#columns.counts[row] = kept.length;
    kept.forEach((swatch, i) => this.#write(row * SLOTS + i, swatch));
  }

  /** The palette of a row of another column. */
  copy(row: number, from: SwatchColumn, fromRow: number): void {
    const { counts, values, colours, nameOf } = this.#columns;
    const [slot, fromSlot] = [row * SLOTS, fromRow * SLOTS];
    const other = from.#columns;
    counts[row] = other.counts[fromRow]!;
    values.set(other.values.subarray(fromSlot * 4, (fromSlot + SLOTS) * 4), slot * 4);
    colours.set(other.colours.subarray(fromSlot, fromSlot + SLOTS), slot);
    for (let i = 0; i < counts[row]!; i++)
      nameOf[slot + i] = this.#placeOf(from.#names[other.nameOf[fromSlot + i]!] ?? '');
  }

  #write(slot: number, { hex, lab, share, accent, name }: Swatch): void {
    const { values, colours, nameOf } = this.#columns;
    const [r, g, b] = parseHex(hex);
    values.set([...lab, share], slot * 4);
    colours[slot] = (r << 16) | (g << 8) | b | (accent ? ACCENT : 0);
    nameOf[slot] = this.#placeOf(name);
  }

  #read(slot: number): Swatch {
    const { values, colours, nameOf } = this.#columns;
    const colour = colours[slot]!;
    return {
      hex: `#${(colour & 0xffffff).toString(16).padStart(6, '0')}`,
      lab: [values[slot * 4]!, values[slot * 4 + 1]!, values[slot * 4 + 2]!],
      share: values[slot * 4 + 3]!,
      accent: (colour & ACCENT) !== 0,
      name: this.#names[nameOf[slot]!] ?? '',
    };
  }

  #placeOf(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    this.#places.set(name, this.#names.length);
    return this.#names.push(name) - 1;
  }
}
