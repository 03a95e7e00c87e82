/** Values to try for every option, ascending. */
export type Grid<Options> = { readonly [Name in keyof Options]: readonly number[] };

/**
 * Looks for the best options by moving one of them at a time to a neighbouring value, from the middle of every grid, until no
 * such step helps: coordinate ascent. Nothing is tried twice.
 *
 * @param value larger is better
 */
export async function climb<Options extends { [Name in keyof Options]: number }>(
  grid: Grid<Options>,
  value: (options: Options) => number | Promise<number>,
): Promise<Options> {
  const names = Object.keys(grid) as (keyof Options & string)[];
  const tried = new Map<string, number>();
  const optionsAt = (places: readonly number[]) =>
    Object.fromEntries(names.map((name, n) => [name, grid[name][places[n]!]!])) as Options;
  const tryAt = async (places: readonly number[]) => {
    const key = places.join();
    const known = tried.get(key) ?? (await value(optionsAt(places)));
    tried.set(key, known);
    return known;
  };
  let best = names.map((name) => Math.floor(grid[name].length / 2));
  let highest = await tryAt(best);
  for (let still = 0, n = 0; still < names.length; n = (n + 1) % names.length, still++) {
    for (const step of [1, -1]) {
      let next = best.with(n, best[n]! + step);
      while (grid[names[n]!][next[n]!] !== undefined && (await tryAt(next)) > highest) {
        [best, highest, still] = [next, await tryAt(next), -1];
        next = best.with(n, best[n]! + step);
      }
    }
  }
  return optionsAt(best);
}
