import { setImmediate } from 'node:timers/promises';

/** Lets everything else in the process have its turn. */
export function pause(): Promise<void> {
  return setImmediate();
}

/**
 * Walks a long list in stretches, letting everything else in the process have its turn between them.
 *
 * @param stretch how many items at most without a pause
 */
export async function forEachYielding<T>(
  items: Iterable<T>,
  stretch: number,
  visit: (item: T) => void,
): Promise<void> {
  let count = 0;
  for (const item of items) {
    visit(item);
    count += 1;
    if (count % stretch === 0) await setImmediate();
  }
}
