export interface RelaxOptions {
  /** Least distance wanted between two points. */
  gap: number;
  rounds?: number;
}

/**
 * Pushes points of a plane apart until hardly any two are closer than the gap, moving each as little as possible:
 * every round each close pair moves half of what is missing, found through a grid of cells of the gap's size
 * (Gansner & Hu, 'Efficient, proximity-preserving node overlap removal', 2010, is the idea). In place;
 * deterministic. Points at the same place are parted by an angle that follows from their numbers.
 *
 * @param positions x, y pairs
 */
export function relaxOverlaps(positions: Float32Array, { gap, rounds = 12 }: RelaxOptions): void {
  for (let round = 0; round < rounds; round++) {
    const cells = gridOf(positions, gap);
    let pushed = 0;
    for (let i = 0; i < positions.length / 2; i++)
      for (const j of around(cells, positions, gap, i))
        if (j > i && partPair(positions, i, j, gap)) pushed++;
    if (pushed === 0) return;
  }
}

/** Radians; multiples of it never fall together. */
const GOLDEN_ANGLE = 2.399963;

function keyOf(x: number, y: number): number {
  return (x + 0x8000) * 0x10000 + (y + 0x8000);
}

function gridOf(positions: Float32Array, gap: number): Map<number, number[]> {
  const cells = new Map<number, number[]>();
  for (let i = 0; i < positions.length / 2; i++) {
    const key = keyOf(Math.floor(positions[2 * i]! / gap), Math.floor(positions[2 * i + 1]! / gap));
    const cell = cells.get(key);
    if (cell) cell.push(i);
    else cells.set(key, [i]);
  }
  return cells;
}

function around(
  cells: ReadonlyMap<number, number[]>,
  positions: Float32Array,
  gap: number,
  i: number,
): number[] {
  const x = Math.floor(positions[2 * i]! / gap);
  const y = Math.floor(positions[2 * i + 1]! / gap);
  const found: number[] = [];
  for (let dx = -1; dx <= 1; dx++)
    for (let dy = -1; dy <= 1; dy++) found.push(...(cells.get(keyOf(x + dx, y + dy)) ?? []));
  return found;
}

function partPair(positions: Float32Array, i: number, j: number, gap: number): boolean {
  const dx = positions[2 * j]! - positions[2 * i]!;
  const dy = positions[2 * j + 1]! - positions[2 * i + 1]!;
  const distance = Math.hypot(dx, dy);
  if (distance >= gap * 0.98) return false;
  const angle = distance < 1e-9 ? (i * 7 + j) * GOLDEN_ANGLE : Math.atan2(dy, dx);
  const move = (gap - distance) / 2;
  positions[2 * i]! -= Math.cos(angle) * move;
  positions[2 * i + 1]! -= Math.sin(angle) * move;
  positions[2 * j]! += Math.cos(angle) * move;
  positions[2 * j + 1]! += Math.sin(angle) * move;
  return true;
}
