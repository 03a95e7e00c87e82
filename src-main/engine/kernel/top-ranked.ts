/**
 * The k highest of many scores; of equal ones the lower number comes first. The k best so far form a binary heap with the
 * last of them at its root (Williams, Algorithm 232: Heapsort, Communications of the ACM 7(6), 1964), so that most items cost
 * one comparison, however many are asked for.
 *
 * @param scores -Infinity leaves an item out
 * @returns item numbers, highest first; fewer than k where fewer are left in
 */
export function topRanked(scores: ArrayLike<number>, k: number): Uint32Array {
  const heap = new Uint32Array(k);
  const inOrder = (a: number, b: number) => scores[b]! - scores[a]! || a - b;
  let count = 0;
  for (let item = 0; item < scores.length && k > 0; item++) {
    const score = scores[item]!;
    if (score === -Infinity || Number.isNaN(score)) continue;
    if (count < k) rise(heap, count++, item, inOrder);
    // A later item of the same score comes after those that are kept.
    else if (score > scores[heap[0]!]!) sink(heap, item, inOrder);
  }
  return heap.subarray(0, count).sort(inOrder);
}

type InOrder = (a: number, b: number) => number;

/** Puts an item in at a free place at the end. */
function rise(heap: Uint32Array, end: number, item: number, inOrder: InOrder): void {
  let place = end;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    if (inOrder(heap[parent]!, item) >= 0) break;
    heap[place] = heap[parent]!;
    place = parent;
  }
  heap[place] = item;
}

/** Puts an item in instead of the one at the root. */
function sink(heap: Uint32Array, item: number, inOrder: InOrder): void {
  let place = 0;
  for (;;) {
    let child = 2 * place + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && inOrder(heap[child + 1]!, heap[child]!) > 0) child++;
    if (inOrder(heap[child]!, item) <= 0) break;
    heap[place] = heap[child]!;
    place = child;
  }
  heap[place] = item;
}
