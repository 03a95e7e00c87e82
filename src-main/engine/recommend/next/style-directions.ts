import type { Direction } from '../../../contract';
import { evenlySpaced } from '../../kernel/evenly-spaced';
import { kMeans } from '../../kernel/k-means';
import { mean } from '../../kernel/statistics';
import { squaredDistance } from '../../kernel/squared-distance';
import { gatherRows } from '../../kernel/vector-rows';
import type { WorkTable } from '../../storage/work-table';
import { similarity } from '../closeness';
import { withoutRepeats } from '../same-picture';

type Trait = Extract<Direction, { kind: 'style' }>['traits'][number];

/** Distances of style in few dimensions, and what a group of works has more or less of than others. */
export interface StyleRegions {
  /** Table row of each point, and the points, row-major. */
  readonly space: { rows: Uint32Array; points: Float32Array; dim: number };
  traitsOf(group: readonly number[], reference?: readonly number[]): Trait[];
}

const FEWEST_REGIONS = 4;
const MOST_REGIONS = 40;
const SAMPLE = 5000;
/** A region is little explored up to this part of an even share. */
const LITTLE = 0.75;
/** Likeness to a liked work from which a region counts as beside it. */
const BESIDE = 0.3;
const LOOKED_AT = 40;
const SHOWN = 4;
const MOST = 4;

interface Region {
  members: number[];
  /** Likeness to each liked work, as its weight has it. */
  near: number;
  from: number[];
}

/**
 * Regions of style with few works that lie near liked ones: k-means with about as many regions as the root of the number of works,
 * of which those count that hold less than three quarters of an even share. The emptier and the nearer, the earlier.
 */
export function styleDirections(
  table: WorkTable,
  loved: ReadonlyMap<number, number>,
  { space, traitsOf }: StyleRegions,
): Direction[] {
  if (space.rows.length < FEWEST_REGIONS * 2) return [];
  const groups = regionsOf(space);
  const even = space.rows.length / groups.length;
  const likedRows = [...loved.keys()].flatMap((id) => table.rowOf.get(id) ?? []);
  return groups
    .filter((members) => members.length > 0 && members.length <= LITTLE * even)
    .map((members) => regionBeside(table, members, loved))
    .filter(({ near }) => near >= BESIDE)
    .sort((a, b) => worth(b, even) - worth(a, even))
    .slice(0, MOST)
    .map(({ members, near, from }) => ({
      kind: 'style',
      traits: traitsOf(members),
      than: traitsOf(members, likedRows),
      count: members.length,
      even,
      near,
      works: startingPoints(table, members, loved),
      from,
    }));
}

/** Works that are not loved already, where there are any, each picture once. */
function startingPoints(
  table: WorkTable,
  members: readonly number[],
  loved: ReadonlyMap<number, number>,
): number[] {
  const idOf = (row: number): number => table.ids[row] ?? 0;
  const others = members.filter((row) => !loved.has(idOf(row)));
  const rows = others.length > 0 ? others : members;
  return withoutRepeats(table, rows, SHOWN).map(idOf);
}

function worth({ members, near }: Region, even: number): number {
  return near * (1 - members.length / even);
}

/** Table rows of each region; of a large library the regions are found on 5,000 evenly spaced works. */
function regionsOf({ rows, points, dim }: StyleRegions['space']): number[][] {
  const k = Math.min(MOST_REGIONS, Math.max(FEWEST_REGIONS, Math.round(Math.sqrt(rows.length))));
  const sample = gatherRows(points, dim, evenlySpaced(rows.length, SAMPLE));
  const { centroids } = kMeans({ points: sample, dim, k, seed: 1 });
  const groups = Array.from({ length: centroids.length / dim }, (): number[] => []);
  rows.forEach((row, i) => {
    let best = 0;
    let least = Infinity;
    for (let c = 0; c < groups.length; c++) {
      const distance = squaredDistance(points, i, centroids, c, dim);
      if (distance < least) [best, least] = [c, distance];
    }
    groups[best]!.push(row);
  });
  return groups;
}

/** A region with the works nearest to a liked one first, and the liked works that it is nearest to. */
function regionBeside(
  table: WorkTable,
  members: readonly number[],
  loved: ReadonlyMap<number, number>,
): Region {
  const some = [...evenlySpaced(members.length, LOOKED_AT)].map((i) => members[i]!);
  const liked = [...loved]
    .map(([id, weight]) => {
      const row = table.rowOf.get(id)!;
      const near = mean(some.map((member) => similarity(table, 'style', member, row)));
      return { id, row, near: near * weight };
    })
    .sort((a, b) => b.near - a.near)
    .slice(0, SHOWN);
  const nearness = (member: number): number =>
    Math.max(
      ...liked.map(({ row }) => (row === member ? 0 : similarity(table, 'style', member, row))),
    );
  const byNearness = some
    .map((member) => ({ member, near: nearness(member) }))
    .sort((a, b) => b.near - a.near)
    .map(({ member }) => member);
  const seen = new Set(byNearness);
  return {
    members: [...byNearness, ...members.filter((member) => !seen.has(member))],
    near: liked[0]?.near ?? 0,
    from: liked.map(({ id }) => id),
  };
}
