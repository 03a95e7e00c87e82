import type { Box, Place } from './camera';

const WORKS_PER_CELL = 4;

/**
 * Finds works on the plane by place: a uniform grid with about four works a cell, whose members lie one after
 * another in one array, so that 100,000 works cost two typed arrays.
 */
export class PlaneIndex {
  readonly bounds: Box;
  readonly #positions: Float32Array;
  readonly #side: number;
  readonly #columns: number;
  readonly #rows: number;
  /** Where each cell begins in `#members`; one more than there are cells. */
  readonly #starts: Uint32Array;
  readonly #members: Uint32Array;

  /** @param positions x, y pairs */
  constructor(positions: Float32Array) {
    const count = positions.length / 2;
    this.#positions = positions;
    this.bounds = boundsOf(positions);
    const width = Math.max(1e-6, this.bounds.right - this.bounds.left);
    const height = Math.max(1e-6, this.bounds.bottom - this.bounds.top);
    this.#side = Math.max(
      Math.sqrt((width * height * WORKS_PER_CELL) / Math.max(1, count)),
      Math.max(width, height) / 2048,
    );
    this.#columns = Math.floor(width / this.#side) + 1;
    this.#rows = Math.floor(height / this.#side) + 1;
    const cellOf = Uint32Array.from({ length: count }, (_, at) => this.#cellOf(at));
    this.#starts = new Uint32Array(this.#columns * this.#rows + 1);
    for (const cell of cellOf) this.#starts[cell + 1]!++;
    for (let cell = 1; cell < this.#starts.length; cell++)
      this.#starts[cell]! += this.#starts[cell - 1]!;
    const next = this.#starts.slice();
    this.#members = new Uint32Array(count);
    cellOf.forEach((cell, at) => (this.#members[next[cell]!++] = at));
  }

  /** All works within a box, in no particular order. */
  within({ left, top, right, bottom }: Box): number[] {
    const found: number[] = [];
    const at = this.#positions;
    this.#eachCell({ left, top, right, bottom }, (work) => {
      const x = at[2 * work]!;
      const y = at[2 * work + 1]!;
      if (x >= left && x <= right && y >= top && y <= bottom) found.push(work);
    });
    return found;
  }

  /** The work nearest to a place, within `radius`; -1 where there is none. */
  nearest({ x, y }: Place, radius: number): number {
    let best = -1;
    let least = radius * radius;
    const box = { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
    this.#eachCell(box, (work) => {
      const dx = this.#positions[2 * work]! - x;
      const dy = this.#positions[2 * work + 1]! - y;
      const distance = dx * dx + dy * dy;
      if (distance > least) return;
      least = distance;
      best = work;
    });
    return best;
  }

  #eachCell(box: Box, visit: (work: number) => void): void {
    const column = (x: number): number => Math.floor((x - this.bounds.left) / this.#side);
    const row = (y: number): number => Math.floor((y - this.bounds.top) / this.#side);
    const lastColumn = Math.min(this.#columns - 1, column(box.right));
    const lastRow = Math.min(this.#rows - 1, row(box.bottom));
    for (let r = Math.max(0, row(box.top)); r <= lastRow; r++)
      for (let c = Math.max(0, column(box.left)); c <= lastColumn; c++) {
        const cell = r * this.#columns + c;
        for (let i = this.#starts[cell]!; i < this.#starts[cell + 1]!; i++)
          visit(this.#members[i]!);
      }
  }

  #cellOf(at: number): number {
    const column = Math.floor((this.#positions[2 * at]! - this.bounds.left) / this.#side);
    const row = Math.floor((this.#positions[2 * at + 1]! - this.bounds.top) / this.#side);
    return Math.min(this.#rows - 1, row) * this.#columns + Math.min(this.#columns - 1, column);
  }
}

function boundsOf(positions: Float32Array): Box {
  if (positions.length === 0) return { left: -1, top: -1, right: 1, bottom: 1 };
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < positions.length; i += 2) {
    left = Math.min(left, positions[i]!);
    right = Math.max(right, positions[i]!);
    top = Math.min(top, positions[i + 1]!);
    bottom = Math.max(bottom, positions[i + 1]!);
  }
  return { left, top, right, bottom };
}
