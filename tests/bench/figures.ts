/** Prints one figure on a line of its own. */
export function figure(name: string, value: number, unit: string): void {
  console.log(`${name} ${Number(value.toPrecision(4))} ${unit}`);
}

export function note(text: string): void {
  console.error(text);
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
