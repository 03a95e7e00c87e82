import type { Cluster, Swatch } from '../../../contract';

/** What others know of the library that a taste is described by. */
export interface Surroundings {
  /** Group of every table row by its place in `groups`; anything beyond for none. */
  groupOf: ArrayLike<number>;
  /** The groups into which the library falls; a single one says nothing. */
  groups: readonly Pick<Cluster, 'index' | 'size' | 'traits' | 'works'>[];
  /** One palette for several works. */
  paletteOf: (rows: readonly number[], colours?: number) => Swatch[];
  /** The user's own word for a work, given or learnt; null for 'not sure'. */
  labelOf: (id: number) => string | null;
  /** The model's word for a work; null for 'not sure'. */
  movementOf: (id: number) => string | null;
}
