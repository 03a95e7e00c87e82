/** Disjoint sets over 0..size-1 with path halving and union by size (Tarjan 1975). */
export class UnionFind {
  readonly #parent: Uint32Array;
  readonly #size: Uint32Array;

  constructor(size: number) {
    this.#parent = Uint32Array.from({ length: size }, (_, i) => i);
    this.#size = new Uint32Array(size).fill(1);
  }

  find(item: number): number {
    let at = item;
    while (this.#parent[at] !== at) {
      this.#parent[at] = this.#parent[this.#parent[at]!]!;
      at = this.#parent[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA === rootB) return;
    const [large, small] =
      this.#size[rootA]! >= this.#size[rootB]! ? [rootA, rootB] : [rootB, rootA];
    this.#parent[small] = large;
    this.#size[large]! += this.#size[small]!;
  }

  /** Sets of two and more, members ascending, ordered by their first member. */
  groups(): number[][] {
    const members = new Map<number, number[]>();
    for (let item = 0; item < this.#parent.length; item++) {
      const root = this.find(item);
      if (this.#size[root]! < 2) continue;
      const group = members.get(root);
      if (group) group.push(item);
      else members.set(root, [item]);
    }
    return [...members.values()];
  }
}
