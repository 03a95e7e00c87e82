/**
 * Remembers what was derived from an object for as long as the object lives: the second call with the same one
 * answers at once. For values derived from immutable tables.
 */
export function remember<K extends object, V>(derive: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = derive(key);
    known.set(key, value);
    return value;
  };
}
