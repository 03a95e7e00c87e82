import { principalComponents } from '../kernel/principal-components';
import { gatherRows, hasVector } from '../kernel/vector-rows';
import { rememberByAxis } from './by-axis';

/** The works that have a vector on an axis, in a space of few dimensions that keeps their distances. */
export interface StyleSpace {
  /** Table row of each point. */
  rows: Uint32Array;
  /** rows x dim principal components of their vectors, row-major. */
  points: Float32Array;
  dim: number;
}

const COMPONENTS = 16;

/** Distances among a library's works live in few directions: 16 make everything that follows an order faster. */
export const styleSpaceOf = rememberByAxis((table, axis): StyleSpace => {
  const { data, dim } = table[axis];
  const rows = Uint32Array.from(table.ids.keys()).filter((row) => hasVector(data, dim, row));
  const { scores, components } = principalComponents(gatherRows(data, dim, rows), dim, COMPONENTS);
  return { rows, points: scores, dim: components };
});
