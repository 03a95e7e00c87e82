import type { LikedPalette } from '../../../contract';
import { normalise } from '../../kernel/cosine';
import { kMeans } from '../../kernel/k-means';
import { quantile } from '../../kernel/statistics';
import { dotRows, gatherRows } from '../../kernel/vector-rows';
import type { WorkTable } from '../../storage/work-table';
import type { WeighedRow } from './recency';
import type { Surroundings } from './surroundings';
import { sampleOf } from './taste-vector';

const COLOURS = 6;
/** Works that one palette more needs to stand on. */
const WORKS_EACH = 5;
const MOST_PALETTES = 3;

/**
 * The palettes that liked works share: k-means on their palette vectors, one group for every five works and three at most.
 *
 * @returns largest share first
 */
export function likedPalettes(
  table: WorkTable,
  liked: readonly WeighedRow[],
  { paletteOf }: Pick<Surroundings, 'paletteOf'>,
): LikedPalette[] {
  if (liked.length === 0) return [];
  const { data, dim } = table.palette;
  const { assignments, centroids } = kMeans({
    points: gatherRows(
      data,
      dim,
      liked.map(({ row }) => row),
    ),
    dim,
    k: Math.max(1, Math.min(MOST_PALETTES, Math.floor(liked.length / WORKS_EACH))),
    weights: Float32Array.from(liked, ({ weight }) => weight),
    seed: 1,
  });
  const total = liked.reduce((sum, { weight }) => sum + weight, 0);
  const groups: LikedPalette[] = [];
  for (let group = 0; group < centroids.length / dim; group++) {
    const members = liked.filter((_, at) => assignments[at] === group);
    if (members.length === 0) continue;
    const centre = normalise(centroids.slice(group * dim, (group + 1) * dim));
    const near = ({ row }: { row: number }) => dotRows(data, row, centre, 0, dim);
    members.sort((a, b) => near(b) - near(a));
    groups.push({
      swatches: paletteOf(
        members.map(({ row }) => row),
        COLOURS,
      ),
      share: members.reduce((sum, { weight }) => sum + weight, 0) / total,
      libraryShare: shareAtLeast(table, centre, quantile(members.map(near), 0.5)),
      works: members.map(({ id }) => id),
    });
  }
  return groups.sort((a, b) => b.share - a.share);
}

/** Share of the library whose palettes come at least so near to a centre. */
function shareAtLeast(table: WorkTable, centre: Float32Array, least: number): number {
  const { data, dim } = table.palette;
  const rows = sampleOf(table);
  const count = rows.reduce(
    (sum, row) => sum + Number(dotRows(data, row, centre, 0, dim) >= least),
    0,
  );
  return rows.length > 0 ? count / rows.length : 0;
}
