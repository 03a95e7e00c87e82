/**
 * A repeatable stream of numbers in [0, 1): mulberry32 by Tommy Ettinger, 2017 (public domain). Good
 * enough for seeding and sampling; never for secrets.
 *
 * @param seed any integer; equal seeds give equal streams on every machine
 */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
